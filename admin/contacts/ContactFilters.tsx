import { useQuery } from '@tanstack/react-query'
import { retailerChoicesQuery } from '../api/contact-queries.ts'
import type { ContactSearch } from '../api/contact-search.ts'
import { territoriesQuery } from '../api/queries.ts'
import { ListFilters, optionsOf } from '../ui/ListFilters.tsx'

type Props = { search: ContactSearch; onChange: (changed: ContactSearch) => void }

export function ContactFilters({ search, onChange }: Props) {
  const { data: territories } = useQuery(territoriesQuery)
  const { data: choices } = useQuery(retailerChoicesQuery)
  const types = choices?.types ?? []
  const places = (territories?.territories ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const filters = [
    { name: 'access', label: 'Website access', options: optionsOf({ with: 'With', without: 'Without' }) },
    {
      name: 'invited',
      label: 'Invited',
      options: optionsOf({ never: 'Never', waiting: 'Not accepted yet', accepted: 'Accepted' }),
    },
    { name: 'signedIn', label: 'Signed in', options: optionsOf({ ever: 'At least once', never: 'Never' }) },
    { name: 'mail', label: 'Email', options: optionsOf({ failing: 'Failing' }) },
    { name: 'type', label: 'Retailer type', options: types.map(type => ({ value: type, label: type })) },
    { name: 'territory', label: 'Territory', options: places },
  ] as const
  return <ListFilters filters={filters} search={search} onChange={onChange} />
}
