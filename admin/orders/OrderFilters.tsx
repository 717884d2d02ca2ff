import { Group, NativeSelect, TextInput } from '@mantine/core'
import { orderKinds, orderSources } from '../../shared/contract/order-status.ts'
import type { OrderSearch } from '../api/order-search.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { ChoicePicker } from './ChoicePicker.tsx'
import { allStatuses, kindWords, sourceWords, statusWords } from './order-words.ts'

type Changed = { [Name in keyof OrderSearch]?: OrderSearch[Name] | undefined }
type Props = { search: OrderSearch; onChange: (changed: Changed) => void }

const any = { value: '', label: 'Any' }
const lists = {
  status: { label: 'Status', options: allStatuses.map(value => ({ value, label: statusWords[value] })) },
  kind: { label: 'Kind', options: orderKinds.map(value => ({ value, label: kindWords[value] })) },
  source: { label: 'From', options: orderSources.map(value => ({ value, label: sourceWords[value] })) },
} as const

/** A filter applies as soon as it is chosen. "Any" removes it. */
export function OrderFilters({ search, onChange }: Props) {
  return (
    <Group align="end" gap="sm">
      <SearchBox
        inAddress={search.search}
        placeholder="Number, retailer or note"
        onSearch={text => onChange({ search: text })}
      />
      {(['status', 'kind', 'source'] as const).map(name => (
        <NativeSelect
          key={name}
          className="filter"
          label={lists[name].label}
          data={[any, ...lists[name].options]}
          value={search[name] ?? ''}
          onChange={event => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      <ChoicePicker
        of="retailer"
        label="Retailer"
        chosenId={search.retailer}
        onPick={id => onChange({ retailer: id })}
      />
      <ChoicePicker of="rep" label="Rep" chosenId={search.rep} onPick={id => onChange({ rep: id })} />
      {(['from', 'until'] as const).map(name => (
        <TextInput
          key={name}
          type="date"
          className="filter"
          label={name === 'from' ? 'First day' : 'Last day'}
          value={search[name] ?? ''}
          onChange={event => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
    </Group>
  )
}
