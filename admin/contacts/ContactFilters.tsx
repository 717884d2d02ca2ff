import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { retailerChoicesQuery } from '../api/contact-queries.ts'
import type { ContactSearch } from '../api/contact-search.ts'
import { territoriesQuery } from '../api/queries.ts'

type Props = { search: ContactSearch; onChange: (changed: ContactSearch) => void }

const any = { value: '', label: 'Any' }
const optionsOf = (words: Record<string, string>) => [
  any,
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]

/** Each filter is one list. "Any" removes it. */
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
    { name: 'type', label: 'Retailer type', options: [any, ...types.map(type => ({ value: type, label: type }))] },
    { name: 'territory', label: 'Territory', options: [any, ...places] },
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
