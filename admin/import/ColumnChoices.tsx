import { NativeSelect, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ImportColumns, ImportDetails } from '../../shared/contract/import.ts'
import {
  dayChoices,
  decimalChoices,
  existingChoices,
  holdsDays,
  holdsNumbers,
  isBatchKind,
  nameChoices,
  territoryChoices,
} from '../../shared/contract/import-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import { userTypes } from '../../shared/contract/user-lists.ts'
import { administratorQuery } from '../api/queries.ts'
import { typeWords } from '../ui/account-words.ts'
import { invites, kindTexts } from './import-texts.ts'

type Props = { data: ImportDetails; draft: ImportColumns; onChange: (draft: ImportColumns) => void }

/** How cells are written, and what happens to records that exist and to territories that don't. */
export function ColumnChoices({ data, draft, onChange }: Props) {
  const { kind } = data
  return (
    <Stack maw={480}>
      <FormatChoices draft={draft} onChange={onChange} />
      <Title order={2}>What is there already</Title>
      <Choice
        label={kindTexts[kind].key}
        description={invites(kind) ? 'Usernames, email addresses, types and roles never change.' : undefined}
        values={existingChoices}
        labels={{ leave: 'Leave as it is', update: kindTexts[kind].update }}
        value={draft.existing}
        onChange={existing => onChange({ ...draft, existing })}
      />
      {!isBatchKind(kind) && <PeopleChoices data={data} draft={draft} onChange={onChange} />}
    </Stack>
  )
}

function FormatChoices({ draft, onChange }: Omit<Props, 'data'>) {
  return (
    <>
      {holdsNumbers(draft.fields) && (
        <Choice
          label="Decimals are written"
          values={decimalChoices}
          labels={decimalLabels}
          value={draft.decimals}
          onChange={decimals => onChange({ ...draft, decimals })}
        />
      )}
      {holdsDays(draft.fields) && (
        <Choice
          label="Dates are written"
          values={dayChoices}
          labels={dayLabels}
          value={draft.days}
          onChange={days => onChange({ ...draft, days })}
        />
      )}
    </>
  )
}

function PeopleChoices({ data: { kind }, draft, onChange }: Props) {
  const { data: administrator } = useQuery(administratorQuery)
  const mayMake = administrator && allows(administrator.rights, { module: 'retailers', access: 'write' })
  return (
    <>
      {kind !== 'contacts' && mayMake && (
        <Choice
          label="Territories that do not exist"
          values={territoryChoices}
          labels={{ refuse: 'Refuse the row', create: 'Make them' }}
          value={draft.territories}
          onChange={territories => onChange({ ...draft, territories })}
        />
      )}
      {draft.fields.includes('full-name') && (
        <Choice
          label="In a full name, the surname is"
          description="A comma also separates them: “Quay, Jo”."
          values={nameChoices}
          labels={nameLabels}
          value={draft.names}
          onChange={names => onChange({ ...draft, names })}
        />
      )}
      {kind === 'users' && (
        <Choice
          label="User type where the row names none"
          values={userTypes}
          labels={typeWords}
          value={draft.userType}
          onChange={userType => onChange({ ...draft, userType })}
        />
      )}
    </>
  )
}

const decimalLabels = {
  clear: 'Either way: refuse what could be two numbers',
  point: 'With a point: 1,234.50',
  comma: 'With a comma: 1.234,50',
}

const dayLabels = {
  clear: 'Either way: refuse what could be two dates',
  'day-first': 'Day first: 31/12/2026',
  'month-first': 'Month first: 12/31/2026',
}

const nameLabels = {
  'surname-last': 'The last word',
  'surname-first': 'The first word',
  keep: "The full name: don't split it",
}

type ChoiceProps<Value extends string> = {
  label: string
  description?: string | undefined
  values: readonly Value[]
  labels: Record<Value, string>
  value: Value
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, description, values, labels, value, onChange }: ChoiceProps<Value>) {
  return (
    <NativeSelect
      label={label}
      description={description}
      data={values.map(one => ({ value: one, label: labels[one] }))}
      value={value}
      onChange={event => onChange(values.find(one => one === event.currentTarget.value) ?? value)}
    />
  )
}
