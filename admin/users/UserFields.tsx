import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isForAdminSite, userTypes } from '../../shared/contract/user-lists.ts'
import type { UserDetails } from '../../shared/contract/users.ts'
import { rolesQuery, territoriesQuery } from '../api/queries.ts'
import { AddressSuggestion } from '../ui/AddressSuggestion.tsx'
import { typeWords } from '../ui/account-words.ts'
import { UserImageField } from './UserImageField.tsx'
import type { Draft, Missing } from './user-draft.ts'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  /** What is said at the fields; nothing until the first try to save. */
  missing: Missing
  /** The username of somebody who exists is changed elsewhere. */
  hasUsername: boolean
  /** The user that exists, with the image that it has. */
  user?: UserDetails
}

/** What stands about a user. Only roles that the administrator may give are offered, and the one that is held. */
export function UserFields({ draft, onChange, missing, hasUsername, user }: Props) {
  const { data } = useQuery(rolesQuery)
  const { data: known } = useQuery(territoriesQuery)
  const field = (name: Exclude<keyof Draft, 'territoryIds' | 'receivesSystemMessages' | 'image'>) => ({
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
      {isForAdminSite(draft.userType) && (
        <NativeSelect
          label="Role"
          data={[{ value: '', label: 'None' }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          {...field('roleId')}
        />
      )}
      {isForAdminSite(draft.userType) && (
        <Checkbox
          label="Receives system messages"
          description="Alerts, such as an objection to a changed password. If no user receives them, all administrators do."
          checked={draft.receivesSystemMessages}
          onChange={event => onChange({ ...draft, receivesSystemMessages: event.currentTarget.checked })}
        />
      )}
      {hasUsername && (
        <>
          <TextInput label="Username" description="An email address" type="email" required {...field('username')} />
          <AddressSuggestion typed={draft.username} onCorrect={username => onChange({ ...draft, username })} />
        </>
      )}
      <TextInput label="First name" required {...field('givenName')} />
      <TextInput label="Surname" required {...field('familyName')} />
      <TextInput
        label="Email to"
        description="An optional second address for notices. Reset emails never go there."
        type="email"
        {...field('emailTo')}
      />
      <AddressSuggestion typed={draft.emailTo} onCorrect={emailTo => onChange({ ...draft, emailTo })} />
      {known && known.territories.length > 0 && (
        <Checkbox.Group
          label="Sales territories"
          description="The app shows the retailers in these territories."
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
      <UserImageField
        current={user?.image ? { userId: user.id, image: user.image } : undefined}
        chosen={draft.image}
        onChoose={image => onChange({ ...draft, image })}
      />
    </>
  )
}
