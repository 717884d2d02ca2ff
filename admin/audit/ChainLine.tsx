import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AuditChain } from '../../shared/contract/audit.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, auditChainQuery } from '../api/queries.ts'
import { momentWords } from '../ui/moments.ts'
import { AcknowledgeFindings } from './AcknowledgeFindings.tsx'

/** Says in one line whether the audit is unaltered. Raises an alarm if it was altered. */
export function ChainLine() {
  const { data } = useQuery(auditChainQuery)
  const { data: administrator } = useQuery(administratorQuery)
  if (!data) return null
  const mayAcknowledge =
    administrator !== undefined && allows(administrator.rights, { module: 'audit', access: 'write' })
  if (data.check && data.check.findings > 0) {
    return (
      <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Rows were changed or removed">
        The check of {momentWords(data.check.at)} found that the audit was altered. Ask the person who runs the server
        to run “fieldkey audit verify”, which names the rows.
        {mayAcknowledge && (
          <div>
            <AcknowledgeFindings />
          </div>
        )}
      </Alert>
    )
  }
  return <Text>{chainWords(data)}</Text>
}

function chainWords({ sealed, waiting, check }: AuditChain): string {
  const waits = waiting === 0 ? '' : ` Not sealed yet: ${countWords(waiting)}.`
  if (!check) return `Not verified yet. Sealed so far: ${countWords(sealed)}.${waits}`
  return `Verified ${momentWords(check.at)}: ${countWords(check.sealed)}, ${check.acknowledged === 0 ? 'none changed or removed' : `nothing new found, ${check.acknowledged} acknowledged`}.${waits}`
}

const countWords = (rows: number) => (rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`)
