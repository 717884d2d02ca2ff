import { Button, Stack } from '@mantine/core'
import type { AuditFilter } from '../../shared/contract/audit.ts'
import { askForFile } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { Problem } from '../ui/Problem.tsx'

/** A command rather than a link, because the audit records each export. */
export function ExportAudit({ filter }: { filter: AuditFilter }) {
  const taking = useCommand({ mutationFn: () => askForFile('/audit/export', { order: filter, name: 'audit.csv' }) })
  return (
    <Stack gap="xs" align="end">
      <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
        Export as CSV
      </Button>
      {taking.error && <Problem fault={taking.error} />}
    </Stack>
  )
}
