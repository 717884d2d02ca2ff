import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type AuditSearch, toAuditFilter } from '../api/audit-search.ts'
import { auditQuery } from '../api/queries.ts'
import { Found } from '../ui/Found.tsx'
import { zoneWords } from '../ui/moments.ts'
import { Pager } from '../ui/Pager.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ChainLine } from './ChainLine.tsx'
import { ExportAudit } from './ExportAudit.tsx'

const route = getRouteApi('/audit')

/** Who did what to whom, the newest first. */
export function AuditPage() {
  const { search, change } = useListSearch<AuditSearch>(route)
  const { before, ...filter } = search
  const navigate = route.useNavigate()
  const asked = useQuery(auditQuery({ ...toAuditFilter(filter), ...(before && { before }) }))
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Audit</Title>
        <ExportAudit filter={toAuditFilter(filter)} />
      </Group>
      <ChainLine />
      <AuditFilters filter={filter} onChange={change} />
      <Found asked={asked}>
        {page => (
          <>
            {page.rows.length === 0 && (
              <Group>
                <Text role="status">{isFiltered ? 'No matching events.' : 'No events yet.'}</Text>
                {isFiltered && (
                  <Button variant="default" onClick={() => void navigate({ search: {} })}>
                    Remove the filters
                  </Button>
                )}
              </Group>
            )}
            {page.rows.length > 0 && (
              <>
                <Text c="dimmed">Times are in {zoneWords()}.</Text>
                <AuditTable rows={page.rows} />
              </>
            )}
            <Pager
              labels={['Newest', 'Older']}
              onPrevious={before ? () => change({ before: undefined }) : undefined}
              onNext={page.hasMore ? () => change({ before: page.rows.at(-1)?.id }) : undefined}
            />
          </>
        )}
      </Found>
    </Stack>
  )
}
