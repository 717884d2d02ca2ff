import { Stack, Text } from '@mantine/core'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { count } from './import-texts.ts'

/** Shows the progress. The work continues on the server if the page is closed. */
export function Working({ data: { done, rows }, what }: { data: ImportDetails; what: string }) {
  const isBegun = done > 0
  return (
    <Stack gap="xs">
      <Text id="working" fw={600}>
        {what}
      </Text>
      <progress className="progress" aria-labelledby="working" max={rows} {...(isBegun && { value: done })} />
      <Text>{isBegun ? `${count(done)} of ${count(rows)}` : `${count(rows)} rows are waiting for their turn`}</Text>
      <Text c="dimmed">You can leave this page and come back. The import continues on the server.</Text>
    </Stack>
  )
}
