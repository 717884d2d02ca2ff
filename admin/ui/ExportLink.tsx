import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ExportKind, moduleOfImport } from '../../shared/contract/import-lists.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery } from '../api/queries.ts'

type Props = { kind: ExportKind; children?: string }

/** Downloads all records of one kind as a file that can be imported again, for those who may read them. */
export function ExportLink({ kind, children = 'Export as CSV' }: Props) {
  const { data: administrator } = useQuery(administratorQuery)
  if (!administrator || !allows(administrator.rights, { module: moduleOfImport[kind], access: 'read' })) return null
  return (
    <Anchor href={`/api/exports/${kind}`} download underline="always">
      {children}
    </Anchor>
  )
}
