import { createHash } from 'node:crypto'
import type { Queryable } from '../database/tables.ts'
import type { Secrets } from '../settings/secrets.ts'
import { listAcknowledgements } from './seals.store.ts'

/** The details of the audit row of an acknowledgement. */
export type AcknowledgementDetails = { reason: string; findings: number; which: string; key: string; mac: string }

const purpose = 'audit acknowledgement'

/** Names one finding in the state in which it was found: a row that is changed again is a finding of its own. */
export function nameFinding(finding: object, state: string): string {
  return createHash('sha256')
    .update(JSON.stringify([finding, state]))
    .digest('base64url')
    .slice(0, 22)
}

export function makeAcknowledgement(
  secrets: Secrets,
  { names, reason }: { names: readonly string[]; reason: string },
): AcknowledgementDetails {
  const which = names.join(' ')
  const { keyId, mac } = secrets.hmac(purpose, which, reason)
  return { reason, findings: names.length, which, key: keyId, mac: mac.toString('base64url') }
}

/**
 * The names of all acknowledged findings. The database's owner can insert an audit row, which the worker then seals:
 * an acknowledgement counts only with a MAC under a key that the database does not hold.
 */
export async function readAcknowledged(db: Queryable, secrets: Secrets): Promise<ReadonlySet<string>> {
  const rows = (await listAcknowledgements(db)) as Partial<AcknowledgementDetails>[]
  const genuine = rows.filter(({ reason, which, key, mac }) => {
    if (reason === undefined || which === undefined || key === undefined || mac === undefined) return false
    return secrets.hmacWith(key, purpose, which, reason)?.equals(Buffer.from(mac, 'base64url')) === true
  })
  return new Set(genuine.flatMap(({ which = '' }) => which.split(' ')))
}
