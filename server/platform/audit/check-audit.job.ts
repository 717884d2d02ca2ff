import type { BaseLogger } from 'pino'
import { hourMs } from '../../../shared/time.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Mac, Secrets } from '../settings/secrets.ts'
import { findCheck, saveCheck } from './seals.store.ts'
import type { VerifyAudit } from './verify-audit.ts'

const hoursBetween = 24

type Counts = { at: Date; sealed: number; findings: number; acknowledged: number }
/** The signal ends a check early: a long chain takes minutes, and a server that stops has seconds. */
type CheckRun = { isDue?: boolean; signal?: AbortSignal | undefined }
type Needs = { db: Db; clock: Clock; secrets: Secrets; log: Pick<BaseLogger, 'error'>; verifyAudit: VerifyAudit }

const partsOf = ({ at, sealed, findings, acknowledged }: Counts) =>
  ['audit check', at.toISOString(), `${sealed} ${findings}${acknowledged > 0 ? ` ${acknowledged}` : ''}`] as const

/**
 * Verifies the complete chain once a day, in the first worker that is free, and stores the result. With findings it
 * repeats hourly: a missing key may be back.
 */
export function createCheckAudit(needs: Needs) {
  const { db, clock, secrets, log, verifyAudit } = needs
  const readCheck = createReadCheck(needs)
  return async function checkAudit({ isDue = false, signal }: CheckRun = {}): Promise<void> {
    const at = clock.now()
    const last = await readCheck()
    const hours = last ? (at.getTime() - last.at.getTime()) / hourMs : hoursBetween
    // A check from the future is one from before a clock was set back.
    const isRecent = hours >= 0 && hours < hoursBetween
    if (!isDue && isRecent && last?.findings === 0) return
    const { sealed, findings, acknowledged } = await verifyAudit({ signal })
    // A new installation has no rows to check: retry in an hour.
    if (sealed === 0 && findings.length === 0) return
    if (findings.length > 0) log.error({ findings: findings.slice(0, 10) }, 'the audit has been changed')
    const counts = { at, sealed, findings: findings.length, acknowledged }
    const mac: Mac = secrets.hmac(...partsOf(counts))
    await saveCheck(db, {
      at,
      sealed: String(sealed),
      findings: String(findings.length),
      acknowledged: String(acknowledged),
      ...mac,
    })
  }
}

export type CheckAudit = ReturnType<typeof createCheckAudit>

/** The last check. One without our MAC is ignored: the screen would show whatever an attacker wrote. */
export function createReadCheck({ db, secrets }: Pick<Needs, 'db' | 'secrets'>) {
  return async function readCheck(): Promise<Counts | undefined> {
    const kept = await findCheck(db)
    if (!kept) return undefined
    const { at, sealed, findings, acknowledged } = kept
    const counts = { at, sealed: Number(sealed), findings: Number(findings), acknowledged: Number(acknowledged) }
    return secrets.hmacWith(kept.keyId, ...partsOf(counts))?.equals(kept.mac) === true ? counts : undefined
  }
}

export type ReadCheck = ReturnType<typeof createReadCheck>
