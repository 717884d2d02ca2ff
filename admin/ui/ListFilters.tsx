import { NativeSelect } from '@mantine/core'

type Option = { value: string; label: string }

type Filter<Name extends string> = { name: Name; label: string; options: readonly Option[] }

type Props<Name extends string> = {
  filters: readonly Filter<Name>[]
  search: { [Each in Name]?: string | undefined }
  onChange: (changed: { [name: string]: string | undefined }) => void
}

const any = { value: '', label: 'Any' }

/** Each filter is one list. "Any" removes it. */
export function ListFilters<Name extends string>({ filters, search, onChange }: Props<Name>) {
  return filters.map(({ name, label, options }) => (
    <NativeSelect
      key={name}
      label={label}
      className="filter"
      data={[any, ...options]}
      value={search[name] ?? ''}
      onChange={event => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  ))
}

/** The options of a closed list, from its words. */
export const optionsOf = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
