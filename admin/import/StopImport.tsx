import { Button, Group } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { Problem } from '../ui/Problem.tsx'
import { useImportCommand } from './use-import-command.ts'

/** Stops between two batches. What is imported stays, and the file shows what is left. */
export function StopImport({ data }: { data: ImportDetails }) {
  const stopping = useImportCommand(data, 'stop')
  return (
    <>
      {stopping.error && <Problem fault={stopping.error} />}
      <Group>
        <Button variant="default" loading={stopping.isPending} onClick={() => stopping.mutate({})}>
          {data.state === 'running' ? 'Stop the import' : 'Stop the check'}
        </Button>
      </Group>
    </>
  )
}
