import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { isForAdminSite, userTypes } from '../../shared/contract/user-lists.ts'
import type { UserDetails } from '../../shared/contract/users.ts'
import { rolesQuery, territoriesQuery } from '../api/queries.ts'
import { AddressSuggestion } from '../ui/AddressSuggestion.tsx'
import { typeWords } from '../ui/account-words.ts'
import { UserImageField } from './UserImageField.tsx'
import type { Draft } from './user-draft.ts'

type Props = {
  form: UseFormReturnType<Draft>
  /** The username of an existing user is changed in a dialog of its own. */
  hasUsername: boolean
  /** The existing user, with the image that the user has. */
  user?: UserDetails
}

/** The fields of a user. They offer the roles that the administrator may give, and the present one. */
export function UserFields({ form, hasUsername, user }: Props) {
  const { data } = useQuery(rolesQuery)
  const { data: known } = useQuery(territoriesQuery)
  const draft = form.values
  const field = (name: 'userType' | 'roleId' | 'username' | 'givenName' | 'familyName' | 'emailTo') => ({
    autoComplete: 'off',
    ...form.getInputProps(name),
  })
  const suggestion = (name: 'username' | 'emailTo') => (
    <AddressSuggestion typed={draft[name]} onCorrect={address => form.setFieldValue(name, address)} />
  )
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
          {...form.getInputProps('receivesSystemMessages', { type: 'checkbox' })}
        />
      )}
      {hasUsername && (
        <>
          <TextInput label="Username" description="An email address" type="email" required {...field('username')} />
          {suggestion('username')}
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
      {suggestion('emailTo')}
      {known && known.territories.length > 0 && (
        <Checkbox.Group
          label="Sales territories"
          description="The app shows the retailers in these territories."
          {...form.getInputProps('territoryIds')}
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
        onChoose={image => form.setFieldValue('image', image)}
      />
    </>
  )
}
