import { Button, Group } from '@mantine/core'
import type { ContactSummary } from '../../shared/contract/retailers.ts'
import type { ContactOrder } from './contact-orders.ts'

type Props = { contact: ContactSummary; onOrder: (contact: ContactSummary, name: ContactOrder) => void }

/** Each button says for whom it is to those who do not see where it stands. */
export function ContactActions({ contact, onOrder }: Props) {
  const { hasAccess, status, fullName, username } = contact
  const button = (name: ContactOrder, label: string) => (
    <Button variant="default" aria-label={`${label}: ${fullName}, ${username}`} onClick={() => onOrder(contact, name)}>
      {label}
    </Button>
  )
  return (
    <Group gap="sm">
      {status === 'no-password' && button('invitation', 'Send Website Invite')}
      {hasAccess && status !== 'no-password' && button('password-reset', 'Send Password Reset')}
      {hasAccess ? button('withdraw-access', 'Withdraw access') : button('restore-access', 'Restore access')}
    </Group>
  )
}
