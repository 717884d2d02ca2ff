import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { userTypes } from '../../shared/contract/user-lists.ts'
import { rolesQuery, territoriesQuery } from '../api/queries.ts'
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
  const { data: known } = useQuery(territoriesQuery)
  const field = (name: Exclude<keyof Draft, 'territoryIds'>) => ({
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
      {known && known.territories.length > 0 && (
        <Checkbox.Group
          label="Sales territories"
          description="The app shows the retailers of these."
          value={draft.territoryIds}
          onChange={territoryIds => onChange({ ...draft, territoryIds })}
        >
          <Group mt="xs" gap="md">
            {known.territories.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </>
  )
}
