import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportColumns, ImportDetails } from '../../shared/contract/import.ts'
import {
  fieldNames,
  type ImportField,
  importFields,
  listMissingFields,
  neededFields,
} from '../../shared/contract/import-lists.ts'
import { Problem } from '../ui/Problem.tsx'
import { ColumnChoices } from './ColumnChoices.tsx'
import { DeleteFile } from './DeleteFile.tsx'
import { useImportCommand } from './use-import-command.ts'

/** Maps columns to fields. The server guesses from the names, and the importer corrects the guess. */
export function ColumnsStep({ data }: { data: ImportDetails }) {
  const [draft, setDraft] = useSessionStorage<ImportColumns>({
    key: `import-columns-${data.id}`,
    defaultValue: toDraft(data),
    getInitialValueInEffect: false,
  })
  const [isSent, setIsSent] = useState(false)
  const navigate = useNavigate()
  const checking = useImportCommand(data, 'check', {
    onDone: () =>
      void navigate({ to: '/import/$kind/$importId', params: { kind: data.kind, importId: data.id }, search: {} }),
  })
  const why = listProblems(data, draft)
  const send = () => {
    setIsSent(true)
    if (why.length === 0) checking.mutate(draft)
  }
  const name = (column: number, field: ImportField | null) =>
    setDraft({ ...draft, fields: draft.fields.map((before, place) => (place === column ? field : before)) })
  return (
    <Stack>
      <Text>Say what each column of the file stands for. What you leave out is not imported.</Text>
      {data.letterSamples.length > 0 && (
        <Text>
          Read as {data.readAs}. Letters look like this: {data.letterSamples.join(', ')}. If they look wrong, delete the
          file and upload it with another choice under Letters.
        </Text>
      )}
      <ColumnList data={data} fields={draft.fields} onName={name} />
      <ColumnChoices data={data} draft={draft} onChange={setDraft} />
      {isSent && why.length > 0 && (
        <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="A column has to be named first">
          {why.join(' ')}
        </Alert>
      )}
      {checking.error && <Problem fault={checking.error} />}
      <Group>
        <Button onClick={send} loading={checking.isPending}>
          Check the rows
        </Button>
        <DeleteFile data={data} />
      </Group>
    </Stack>
  )
}

const toDraft = ({ columns, ...chosen }: ImportDetails): ImportColumns => {
  const { existing, territories, userType, names, decimals, days } = chosen
  return { fields: columns.map(({ field }) => field), existing, territories, userType, names, decimals, days }
}

/** Lists the mistakes in the mapping that block the check. */
function listProblems({ kind }: ImportDetails, { fields }: ImportColumns): string[] {
  const named = fields.filter(field => field !== null)
  const missing = listMissingFields(kind, named)
  const twice = [...new Set(named.filter((field, place) => named.indexOf(field) !== place))]
  return [
    ...missing.map(field => `Say which column is ${fieldNames[field]}.`),
    ...twice.map(field => `Two columns stand for ${fieldNames[field]}: choose one.`),
  ]
}

type ListProps = {
  data: ImportDetails
  fields: ImportColumns['fields']
  onName: (column: number, field: ImportField | null) => void
}

function ColumnList({ data, fields, onName }: ListProps) {
  const possible: readonly ImportField[] = importFields[data.kind]
  const isNeeded = (field: ImportField) => neededFields[data.kind].includes(field)
  const options = [
    { value: '', label: 'Not imported' },
    ...possible.map(value => ({ value, label: `${fieldNames[value]}${isNeeded(value) ? ' (needed)' : ''}` })),
  ]
  return (
    <ul className="columns" aria-label="Columns of the file">
      {data.columns.map(({ name, samples, isRefused }, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may have one name
        <li key={column}>
          <Text component="div" className="breaks" flex="1 1 220px">
            {name}
            <Text c="dimmed" size="sm">
              {samples.join(', ')}
            </Text>
          </Text>
          {isRefused ? (
            <Text size="sm" flex="1 1 220px">
              Passwords are not imported, and this column was not stored. Each person gets an email to choose a
              password.
            </Text>
          ) : (
            <NativeSelect
              flex="1 1 220px"
              aria-label={`What ${name} stands for`}
              data={options}
              value={fields[column] ?? ''}
              onChange={event => onName(column, possible.find(one => one === event.currentTarget.value) ?? null)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
