import { Button, Group, NativeSelect, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { Problem } from '../ui/Problem.tsx'
import { importRowsQuery } from './import-queries.ts'
import { rowsText, verdictTexts } from './import-texts.ts'

const choices = {
  refuse: { label: 'Rows left out', search: { verdict: 'refuse' } },
  noted: { label: 'Rows with remarks', search: { noted: true } },
  all: { label: 'All', search: {} },
} as const
type Choice = keyof typeof choices

/** The rows with their reasons and remarks. It starts with the rows that need attention. */
export function RowTable({ data }: { data: ImportDetails }) {
  const { summary, state } = data
  const first = (summary?.refuse ?? 0) > 0 ? 'refuse' : (summary?.noted ?? 0) > 0 ? 'noted' : 'all'
  const [choice, setChoice] = useState<Choice>(first)
  const [page, setPage] = useState(1)
  const { data: found, error } = useQuery(importRowsQuery(data, { ...choices[choice].search, page }))
  const words = verdictTexts[state === 'done' ? 'after' : 'before']
  return (
    <Stack>
      <NativeSelect
        label="Rows to look at"
        maw={320}
        data={Object.entries(choices).map(([value, { label }]) => ({ value, label }))}
        value={choice}
        onChange={event => {
          setChoice(event.currentTarget.value as Choice)
          setPage(1)
        }}
      />
      {error && <Problem fault={error} />}
      {!found && !error && <Skeleton height={200} />}
      {found?.total === 0 && <Text>No rows to show.</Text>}
      {found && found.total > 0 && (
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
      {found && found.total > found.size && (
        <Group justify="space-between">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous page
          </Button>
          <Text>{rowsText(found.total)}</Text>
          <Button variant="default" disabled={page * found.size >= found.total} onClick={() => setPage(page + 1)}>
            Next page
          </Button>
        </Group>
      )}
    </Stack>
  )
}
