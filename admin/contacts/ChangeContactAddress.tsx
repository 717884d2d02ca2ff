import type { ContactSummary } from '../../shared/contract/retailers.ts'
import type { Done } from '../../shared/contract/users.ts'
import { AddressDialog } from '../addresses/AddressDialog.tsx'
import type { Texts } from '../ui/fields.ts'
import { contactAddressShape, signInFields, toSignIn } from './contact-fields.ts'

type Props = { contact: ContactSummary; onDone: (done: Done) => void; onClose: () => void }

/** Changes the email address and the website username of a contact. */
export function ChangeContactAddress({ contact, onDone, onClose }: Props) {
  const { id, fullName, username, email } = contact
  return (
    <AddressDialog
      title={`Change email or username of ${fullName || username}`}
      path={`/contacts/${id}/address`}
      fields={signInFields}
      before={{ email, username }}
      shape={contactAddressShape}
      toCommand={toSignIn}
      confirm="Save"
      follow={followAddress}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

/** A username that equals the address stays equal to it. */
function followAddress({ email = '' }: Texts, last: Texts): Texts {
  const isFollowed = email !== last.email && last.username === last.email
  return isFollowed ? { username: email } : {}
}
