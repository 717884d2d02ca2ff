import { Button, Group } from '@mantine/core'
import type { ContactSummary } from '../../shared/contract/retailers.ts'
import type { ContactCommand } from './contact-commands.ts'

type Props = { contact: ContactSummary; onCommand: (contact: ContactSummary, name: ContactCommand) => void }

/** Each button names the contact for screen readers. */
export function ContactActions({ contact, onCommand }: Props) {
  const { hasAccess, status, fullName, username } = contact
  const button = (name: ContactCommand, label: string) => (
    <Button
      variant="default"
      aria-label={`${label}: ${fullName}, ${username}`}
      onClick={() => onCommand(contact, name)}
    >
      {label}
    </Button>
  )
  return (
    <Group gap="sm">
      {status === 'no-password' && button('invitation', 'Send Website Invite')}
      {hasAccess && status !== 'no-password' && button('password-reset', 'Send Password Reset')}
      {hasAccess && status !== 'no-password' && button('remove-factors', 'Remove second step')}
      {hasAccess ? button('withdraw-access', 'Withdraw access') : button('restore-access', 'Restore access')}
    </Group>
  )
}
