import { Group, NativeSelect, TextInput } from '@mantine/core'
import { actors, auditActions } from '../../shared/contract/audit-lists.ts'
import type { AuditSearch } from '../api/audit-search.ts'
import { actionWords, actorWords } from '../ui/action-words.ts'
import { PersonPicker } from './PersonPicker.tsx'

type Props = { filter: AuditSearch; onChange: (changed: Partial<AuditSearch>) => void }

const any = { value: '', label: 'Any' }
const actionOptions = [
  any,
  ...auditActions
    .map(value => ({ value, label: actionWords[value] }))
    .sort((one, other) => one.label.localeCompare(other.label)),
]
const actorOptions = [any, ...actors.map(value => ({ value, label: actorWords[value] }))]

/** A filter applies as soon as it is chosen. "Any" removes it. */
export function AuditFilters({ filter, onChange }: Props) {
  const put = (name: keyof AuditSearch, chosen: string | undefined) => onChange({ [name]: chosen })
  return (
    <Group align="end" gap="sm">
      <PersonPicker personId={filter.person} onPick={id => put('person', id)} />
      <NativeSelect
        className="filter"
        label="What happened"
        data={actionOptions}
        value={filter.action ?? ''}
        onChange={event =>
          put(
            'action',
            auditActions.find(one => one === event.currentTarget.value),
          )
        }
      />
      <NativeSelect
        className="filter"
        label="Done by"
        data={actorOptions}
        value={filter.actor ?? ''}
        onChange={event =>
          put(
            'actor',
            actors.find(one => one === event.currentTarget.value),
          )
        }
      />
      {(['firstDay', 'lastDay'] as const).map(name => (
        <TextInput
          key={name}
          type="date"
          className="filter"
          label={name === 'firstDay' ? 'First day' : 'Last day'}
          value={filter[name] ?? ''}
          onChange={event => put(name, event.currentTarget.value)}
        />
      ))}
    </Group>
  )
}
