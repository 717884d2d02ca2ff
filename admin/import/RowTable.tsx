import { NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { type RowChoice, rowChoices, type StepSearch } from '../api/import-search.ts'
import { Found } from '../ui/Found.tsx'
import { Pager } from '../ui/Pager.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { importRowsQuery } from './import-queries.ts'
import { rowsText, verdictTexts } from './import-texts.ts'

const choices = {
  refuse: { label: 'Rows left out', search: { verdict: 'refuse' } },
  noted: { label: 'Rows with remarks', search: { noted: true } },
  all: { label: 'All', search: {} },
} as const satisfies Record<RowChoice, object>

const route = getRouteApi('/import/$kind/$importId')

/** The rows with their reasons and remarks. It starts with the rows that need attention. */
export function RowTable({ data }: { data: ImportDetails }) {
  const { summary, state } = data
  const first = (summary?.refuse ?? 0) > 0 ? 'refuse' : (summary?.noted ?? 0) > 0 ? 'noted' : 'all'
  const { search, change } = useListSearch<StepSearch>(route)
  const { rows: choice = first, page = 1 } = search
  const asked = useQuery(importRowsQuery(data, { ...choices[choice].search, page }))
  const words = verdictTexts[state === 'done' ? 'after' : 'before']
  return (
    <Stack>
      <NativeSelect
        label="Rows to look at"
        maw={320}
        data={Object.entries(choices).map(([value, { label }]) => ({ value, label }))}
        value={choice}
        onChange={event => change({ rows: rowChoices.find(one => one === event.currentTarget.value) })}
      />
      <Found asked={asked} height={200}>
        {found => (
          <>
            {found.total === 0 && <Text>No rows to show.</Text>}
            {found.total > 0 && (
              <Table aria-label="Rows" verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Row</Table.Th>
                    <Table.Th>In the file</Table.Th>
                    <Table.Th visibleFrom="sm">Outcome</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.rows.map(({ row, what, verdict, texts }) => {
                    const becomes = (
                      <>
                        {words[verdict]}
                        {texts.length > 0 && (
                          <Text size="sm" c={verdict === 'refuse' ? 'var(--mantine-color-error)' : 'dimmed'}>
                            {texts.join(' ')}
                          </Text>
                        )}
                      </>
                    )
                    return (
                      <Table.Tr key={row}>
                        <Table.Td>{row}</Table.Td>
                        <Table.Td className="breaks">
                          {what || 'Nothing'}
                          <Text component="div" hiddenFrom="sm" size="sm">
                            {becomes}
                          </Text>
                        </Table.Td>
                        <Table.Td visibleFrom="sm">{becomes}</Table.Td>
                      </Table.Tr>
                    )
                  })}
                </Table.Tbody>
              </Table>
            )}
            <Pager
              labels={['Previous page', 'Next page']}
              onPrevious={page > 1 ? () => change({ page: page - 1 }) : undefined}
              onNext={page * found.size < found.total ? () => change({ page: page + 1 }) : undefined}
              place={rowsText(found.total)}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}
