import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { rolesQuery } from '../api/queries.ts'
import type { UserSearch } from '../api/user-search.ts'
import { statusWords, typeWords } from '../ui/account-words.ts'

type Props = { search: UserSearch; onChange: (changed: UserSearch) => void }

const any = { value: '', label: 'Any' }
const optionsOf = (words: Record<string, string>) => [
  any,
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]

/** Each filter is one list. "Any" removes it. */
export function UserFilters({ search, onChange }: Props) {
  const { data } = useQuery(rolesQuery)
  const roles = (data?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const filters = [
    { name: 'status', label: 'Status', options: optionsOf(statusWords) },
    { name: 'type', label: 'User type', options: optionsOf(typeWords) },
    { name: 'signedIn', label: 'Signed in', options: optionsOf({ ever: 'At least once', never: 'Never' }) },
    { name: 'mail', label: 'Mail', options: optionsOf({ failing: 'Failing' }) },
    { name: 'role', label: 'Role', options: [any, { value: 'none', label: 'None' }, ...roles] },
  ] as const
  return filters.map(({ name, label, options }) => (
    <NativeSelect
      key={name}
      label={label}
      className="filter"
      data={options}
      value={search[name] ?? ''}
      onChange={event => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  ))
}
