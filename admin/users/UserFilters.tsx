import { useQuery } from '@tanstack/react-query'
import { rolesQuery } from '../api/queries.ts'
import type { UserSearch } from '../api/user-search.ts'
import { statusWords, typeWords } from '../ui/account-words.ts'
import { ListFilters, optionsOf } from '../ui/ListFilters.tsx'

type Props = { search: UserSearch; onChange: (changed: UserSearch) => void }

export function UserFilters({ search, onChange }: Props) {
  const { data } = useQuery(rolesQuery)
  const roles = (data?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const filters = [
    { name: 'status', label: 'Status', options: optionsOf(statusWords) },
    { name: 'type', label: 'User type', options: optionsOf(typeWords) },
    { name: 'signedIn', label: 'Signed in', options: optionsOf({ ever: 'At least once', never: 'Never' }) },
    { name: 'mail', label: 'Mail', options: optionsOf({ failing: 'Failing' }) },
    { name: 'role', label: 'Role', options: [{ value: 'none', label: 'None' }, ...roles] },
  ] as const
  return <ListFilters filters={filters} search={search} onChange={onChange} />
}
