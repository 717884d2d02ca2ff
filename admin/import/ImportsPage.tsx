import { Anchor, NativeSelect, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { importKinds, importLimits, isExportKind, moduleOfImport } from '../../shared/contract/import-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import { findKind } from '../api/import-search.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { momentWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { State } from '../ui/State.tsx'
import { importsQuery, pathOf } from './import-queries.ts'
import { kindTexts, rowsText, stateTexts } from './import-texts.ts'
import { Steps } from './Steps.tsx'
import { UploadFile } from './UploadFile.tsx'

const route = getRouteApi('/import')

/** Starts an import: its kind and its file. Recent files are listed below. */
export function ImportsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: administrator } = useQuery(administratorQuery)
  const kinds = importKinds.filter(
    kind => administrator && allows(administrator.rights, { module: moduleOfImport[kind], access: 'write' }),
  )
  const kind = kinds.find(one => one === search.kind) ?? kinds[0]
  if (!kind) return <Text>Your role doesn't include imports. Ask an administrator who manages roles.</Text>
  return (
    <Stack>
      <Title order={1}>Import</Title>
      <Steps now="Upload" />
      <Text c="dimmed">
        Upload a CSV file with one record per row. You see the outcome of every row before anything is imported.
      </Text>
      <Stack maw={480}>
        <NativeSelect
          label="What to import"
          data={kinds.map(value => ({ value, label: kindTexts[value].label }))}
          value={kind}
          onChange={event => {
            const chosen = findKind(event.currentTarget.value)
            void navigate({ search: chosen ? { kind: chosen } : {}, replace: true })
          }}
        />
        <UploadFile key={kind} kind={kind} />
      </Stack>
      <Text>
        <Anchor href={`/api${pathOf(kind)}/template`} download underline="always">
          Download a template
        </Anchor>{' '}
        with the columns for {kindTexts[kind].many}. If your file has other columns, you can match them in the next
        step.
      </Text>
      {isExportKind(kind) && (
        <Text>
          <Anchor href={`/api/exports/${kind}`} download underline="always">
            Download all {kindTexts[kind].many}
          </Anchor>{' '}
          as a CSV file. Change it in a spreadsheet, then upload it here.
        </Text>
      )}
      <LastImports kind={kind} />
    </Stack>
  )
}

function LastImports({ kind }: { kind: (typeof importKinds)[number] }) {
  const { data, error } = useAnswer(importsQuery(kind))
  if (error) return <Problem fault={error} />
  if (!data || data.imports.length === 0) return null
  return (
    <>
      <Title order={2}>Files of the last {importLimits.daysKept} days</Title>
      <Table aria-label="Files" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="leading">File</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th visibleFrom="sm">Rows</Table.Th>
            <Table.Th visibleFrom="sm">Uploaded</Table.Th>
            <Table.Th visibleFrom="md">By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.imports.map(one => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Anchor
                  underline="always"
                  renderRoot={props => (
                    <Link {...props} to="/import/$kind/$importId" params={{ kind, importId: one.id }} />
                  )}
                >
                  {one.fileName}
                </Anchor>
                <Text hiddenFrom="sm" c="dimmed" size="sm">
                  {rowsText(one.rows)}, {momentWords(one.madeAt)}
                </Text>
              </Table.Td>
              <Table.Td>
                <State {...stateTexts[one.state]} />
              </Table.Td>
              <Table.Td visibleFrom="sm">{one.rows.toLocaleString('en-GB')}</Table.Td>
              <Table.Td visibleFrom="sm">{momentWords(one.madeAt)}</Table.Td>
              <Table.Td visibleFrom="md">{one.by}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
