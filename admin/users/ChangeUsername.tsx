import { usernameChange } from '../../shared/contract/addresses.ts'
import type { Done, UserDetails } from '../../shared/contract/users.ts'
import { AddressDialog } from '../addresses/AddressDialog.tsx'
import type { Field } from '../ui/fields.ts'
import { typedEmail } from '../ui/typed-email.ts'

const fields: readonly Field[] = [
  {
    name: 'username',
    label: 'New username',
    type: 'email',
    description: "An email address. Emails go there. The password doesn't change.",
  },
]

const shape = usernameChange.extend({ username: typedEmail('Enter a complete email address.') })

type Props = { user: UserDetails; onDone: (done: Done) => void; onClose: () => void }

/** Gives a user another username. */
export function ChangeUsername({ user, onDone, onClose }: Props) {
  return (
    <AddressDialog
      title={`Change the username ${user.username}`}
      path={`/users/${user.id}/username`}
      fields={fields}
      before={{ username: '' }}
      shape={shape}
      toCommand={({ username = '' }) => ({ username })}
      confirm="Change username"
      onDone={onDone}
      onClose={onClose}
    />
  )
}
