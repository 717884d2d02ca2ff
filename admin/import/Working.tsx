import { Stack, Text } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { isBatchKind } from '../../shared/contract/import-lists.ts'
import { count } from './import-texts.ts'
import { StopImport } from './StopImport.tsx'

/** Shows the progress. The work continues on the server if the page is closed. */
export function Working({ data, what }: { data: ImportDetails; what: string }) {
  const { done, rows } = data
  const isBegun = done > 0
  return (
    <Stack gap="xs">
      <Text id="working" fw={600}>
        {what}
      </Text>
      <progress className="progress" aria-labelledby="working" max={rows} {...(isBegun && { value: done })} />
      <Text>{isBegun ? `${count(done)} of ${count(rows)}` : `${count(rows)} rows are waiting for their turn`}</Text>
      {isBatchKind(data.kind) && <StopImport data={data} />}
      <Text c="dimmed">You can leave this page and come back. The import continues on the server.</Text>
    </Stack>
  )
}
