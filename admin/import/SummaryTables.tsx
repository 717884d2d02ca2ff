import { Alert, Table } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { rowVerdicts } from '../../shared/contract/import-lists.ts'
import { typeWords } from '../ui/account-words.ts'
import { count, verdictTexts } from './import-texts.ts'

/** Counts rows by outcome and shows the licences needed and the territories created. */
export function SummaryTables({ data: { summary, state } }: { data: ImportDetails }) {
  if (!summary) return null
  const words = verdictTexts[state === 'done' ? 'after' : 'before']
  return (
    <>
      <Table aria-label="Summary" maw={480} verticalSpacing="xs">
        <Table.Tbody>
          {rowVerdicts
            .filter(verdict => summary[verdict] > 0 || verdict === 'add')
            .map(verdict => (
              <Table.Tr key={verdict}>
                <Table.Th scope="row">{words[verdict]}</Table.Th>
                <Table.Td ta="right">{count(summary[verdict])}</Table.Td>
              </Table.Tr>
            ))}
          {summary.passwords?.map(({ kind, count: hashes }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row">Imported password ({kind})</Table.Th>
              <Table.Td ta="right">{count(hashes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {state !== 'done' && summary.licences.length > 0 && (
        <Table aria-label="Licences" maw={480} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Licences</Table.Th>
              <Table.Th ta="right">Needed</Table.Th>
              <Table.Th ta="right">Free</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {summary.licences.map(({ userType, needed, free }) => (
              <Table.Tr key={userType}>
                <Table.Th scope="row">{typeWords[userType]}</Table.Th>
                <Table.Td ta="right">{count(needed)}</Table.Td>
                <Table.Td ta="right">{count(free)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {summary.newTerritories.length > 0 && (
        <Alert
          variant="outline"
          maw={480}
          title={state === 'done' ? 'New territories' : 'Territories that will be made'}
        >
          {listed(summary.newTerritories)}
        </Alert>
      )}
    </>
  )
}

const shown = 20

function listed(names: readonly string[]): string {
  const more = names.length - shown
  return more > 0 ? `${names.slice(0, shown).join(', ')} and ${count(more)} more` : names.join(', ')
}
