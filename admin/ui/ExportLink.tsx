import { Anchor } from '@mantine/core'
import type { ExportKind } from '../../shared/contract/import-lists.ts'

/** Downloads all records of one kind as a file that can be imported again. */
export function ExportLink({ kind }: { kind: ExportKind }) {
  return (
    <Anchor href={`/api/exports/${kind}`} download underline="always">
      Export as CSV
    </Anchor>
  )
}
