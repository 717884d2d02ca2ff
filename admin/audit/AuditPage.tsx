import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type AuditSearch, toAuditFilter } from '../api/audit-search.ts'
import { auditQuery } from '../api/queries.ts'
import { zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ChainLine } from './ChainLine.tsx'
import { ExportAudit } from './ExportAudit.tsx'

const route = getRouteApi('/audit')

/** Who did what to whom, the newest first; what is shown stands in the address. */
export function AuditPage() {
  const { before, ...filter } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(auditQuery({ ...toAuditFilter(filter), ...(before && { before }) }))
  const go = (search: AuditSearch) => {
    const told = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ search: Object.fromEntries(told) })
  }
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Audit</Title>
        <ExportAudit filter={toAuditFilter(filter)} />
      </Group>
      <ChainLine />
      <AuditFilters filter={filter} onChange={go} />
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data?.rows.length === 0 && (
        <Group>
          <Text role="status">{isFiltered ? 'No matching events.' : 'No events yet.'}</Text>
          {isFiltered && (
            <Button variant="default" onClick={() => go({})}>
              Remove the filters
            </Button>
          )}
        </Group>
      )}
      {data && data.rows.length > 0 && (
        <>
          <Text c="dimmed">Times are in {zoneWords()}.</Text>
          <AuditTable rows={data.rows} />
        </>
      )}
      {data && (before || data.hasMore) && (
        <Group justify="space-between">
          <Button variant="default" disabled={!before} onClick={() => go(filter)}>
            Newest
          </Button>
          <Button variant="default" disabled={!data.hasMore} onClick={() => go({ ...filter, ...lastOf(data.rows) })}>
            Older
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function lastOf(rows: readonly { id: string }[]): AuditSearch {
  const last = rows.at(-1)
  return last ? { before: last.id } : {}
}
