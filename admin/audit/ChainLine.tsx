import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AuditChain } from '../../shared/contract/audit.ts'
import { auditChainQuery } from '../api/queries.ts'
import { momentWords } from '../users/user-words.ts'

/** Whether what is shown is what was written: one line, and an alarm where it is not. */
export function ChainLine() {
  const { data } = useQuery(auditChainQuery)
  if (!data) return null
  if (data.check && data.check.findings > 0) {
    return (
      <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Rows were changed or removed">
        The check of {momentWords(data.check.at)} found that the audit was altered. Ask the person who runs the server
        to run “fieldkey audit verify”, which names the rows.
      </Alert>
    )
  }
  return <Text>{chainWords(data)}</Text>
}

function chainWords({ sealed, waiting, check }: AuditChain): string {
  const waits = waiting === 0 ? '' : ` Not sealed yet: ${countWords(waiting)}.`
  if (!check) return `Not verified yet. Sealed so far: ${countWords(sealed)}.${waits}`
  return `Verified ${momentWords(check.at)}: ${countWords(check.sealed)}, none changed or removed.${waits}`
}

const countWords = (rows: number) => (rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`)
