import type { ContactSummary } from '../../shared/contract/retailers.ts'
import type { Done } from '../../shared/contract/users.ts'
import { AddressDialog } from '../addresses/AddressDialog.tsx'
import type { Draft } from '../ui/fields.ts'
import { signInFields } from './contact-fields.ts'

type Props = { contact: ContactSummary; onDone: (done: Done) => void; onClose: () => void }

/** Changes where a contact's mails go, and under which username it signs in. */
export function ChangeContactAddress({ contact, onDone, onClose }: Props) {
  const { id, fullName, username, email } = contact
  return (
    <AddressDialog
      title={`Change email or username of ${fullName || username}`}
      path={`/contacts/${id}/address`}
      fields={signInFields}
      before={{ email, username }}
      confirm="Save"
      follow={followAddress}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

/** A username that is the address stays the address. */
function followAddress(next: Draft, last: Draft): Draft {
  const isChanged = next.email !== last.email
  return isChanged && last.username === last.email ? { ...next, username: next.email ?? '' } : next
}
