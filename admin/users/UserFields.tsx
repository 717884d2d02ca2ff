import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { userTypes } from '../../shared/contract/user-lists.ts'
import { rolesQuery } from '../api/queries.ts'
import type { Draft, Missing } from './user-draft.ts'
import { typeWords } from './user-words.ts'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  /** What is said at the fields; nothing until the first try to save. */
  missing: Missing
  /** The username of somebody who exists is changed elsewhere. */
  hasUsername: boolean
}

/** What stands about a user. Only roles that the administrator may give are offered, and the one that is held. */
export function UserFields({ draft, onChange, missing, hasUsername }: Props) {
  const { data } = useQuery(rolesQuery)
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
    error: missing[name],
    autoComplete: 'off',
  })
  const roles = (data?.roles ?? []).filter(role => role.isWithinReach || role.id === draft.roleId)
  return (
    <>
      <NativeSelect
        label="User type"
        data={userTypes.map(value => ({ value, label: typeWords[value] }))}
        {...field('userType')}
      />
      {(draft.userType === 'admin' || draft.userType === 'dual') && (
        <NativeSelect
          label="Role"
          data={[{ value: '', label: 'None' }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          {...field('roleId')}
        />
      )}
      {hasUsername && (
        <TextInput label="Username" description="An e-mail address" type="email" {...field('username')} />
      )}
      <TextInput label="First name" {...field('givenName')} />
      <TextInput label="Surname" {...field('familyName')} />
      <TextInput
        label="E-mail to"
        description="A second address for notices, if there is one. Reset mails never go there."
        type="email"
        {...field('emailTo')}
      />
    </>
  )
}
