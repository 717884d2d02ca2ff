import { Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportColumns, ImportDetails } from '../../shared/contract/import.ts'
import {
  existingChoices,
  fieldNames,
  type ImportField,
  importFields,
  listMissingFields,
  nameChoices,
  neededFields,
  territoryChoices,
} from '../../shared/contract/import-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import { userTypes } from '../../shared/contract/user-lists.ts'
import { administratorQuery } from '../api/queries.ts'
import { typeWords } from '../ui/account-words.ts'
import { Problem } from '../ui/Problem.tsx'
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
      <Choices data={data} draft={draft} onChange={setDraft} />
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

const toDraft = ({ columns, existing, territories, userType, names }: ImportDetails): ImportColumns => ({
  fields: columns.map(({ field }) => field),
  existing,
  territories,
  userType,
  names,
})

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

type ChoiceProps = { data: ImportDetails; draft: ImportColumns; onChange: (draft: ImportColumns) => void }

/** Choices for records that already exist and for territories that don't. */
function Choices({ data: { kind }, draft, onChange }: ChoiceProps) {
  const { data: administrator } = useQuery(administratorQuery)
  const mayMake = administrator && allows(administrator.rights, { module: 'retailers', access: 'write' })
  const find = <One extends string>(list: readonly One[], text: string, otherwise: One) =>
    list.find(one => one === text) ?? otherwise
  return (
    <Stack maw={480}>
      <Title order={2}>What is there already</Title>
      <NativeSelect
        label={kind === 'retailers' ? 'Of the same account number' : 'Of the same username'}
        description={kind === 'retailers' ? undefined : 'Usernames, email addresses, types and roles never change.'}
        data={[
          { value: 'leave', label: 'Leave as it is' },
          { value: 'update', label: updateLabels[kind] },
        ]}
        value={draft.existing}
        onChange={event => onChange({ ...draft, existing: find(existingChoices, event.currentTarget.value, 'leave') })}
      />
      {kind !== 'contacts' && mayMake && (
        <NativeSelect
          label="Territories that do not exist"
          data={[
            { value: 'refuse', label: 'Refuse the row' },
            { value: 'create', label: 'Make them' },
          ]}
          value={draft.territories}
          onChange={event =>
            onChange({ ...draft, territories: find(territoryChoices, event.currentTarget.value, 'refuse') })
          }
        />
      )}
      {draft.fields.includes('full-name') && (
        <NativeSelect
          label="In a full name, the surname is"
          description="A comma also separates them: “Quay, Jo”."
          data={nameChoices.map(value => ({ value, label: nameLabels[value] }))}
          value={draft.names}
          onChange={event =>
            onChange({ ...draft, names: find(nameChoices, event.currentTarget.value, 'surname-last') })
          }
        />
      )}
      {kind === 'users' && (
        <NativeSelect
          label="User type where the row names none"
          data={userTypes.map(value => ({ value, label: typeWords[value] }))}
          value={draft.userType}
          onChange={event => onChange({ ...draft, userType: find(userTypes, event.currentTarget.value, 'device') })}
        />
      )}
    </Stack>
  )
}

const nameLabels = {
  'surname-last': 'The last word',
  'surname-first': 'The first word',
  keep: "The full name: don't split it",
}

const updateLabels = {
  users: 'Update names and territories',
  retailers: 'Update name, address and territory',
  contacts: 'Update name, job and phone',
}
