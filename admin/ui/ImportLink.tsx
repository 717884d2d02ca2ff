import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ImportKind } from '../../shared/contract/import-lists.ts'

/** Leads to the import of one kind of records. */
export function ImportLink({ kind }: { kind: ImportKind }) {
  return (
    <Anchor underline="always" renderRoot={props => <Link {...props} to="/import" search={{ kind }} />}>
      Import from CSV
    </Anchor>
  )
}
