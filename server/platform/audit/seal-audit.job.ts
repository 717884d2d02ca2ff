import type { BaseLogger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../database/tables.ts'
import type { Secrets } from '../settings/secrets.ts'
import { sealOf } from './seal-of.ts'
import {
  findHead,
  findSeal,
  hasUnsealed,
  insertSeals,
  lockChain,
  type NewSeal,
  type Seal,
  takeUnsealed,
} from './seals.store.ts'

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  log: Pick<BaseLogger, 'info' | 'error'>
  batch?: number
}

/**
 * Seals the rows written since the last run. Writers don't wait for it: if each writer extended the chain, sign-ins would
 * run one at a time. Each transaction queues its own rows, so a row that commits late isn't missed.
 */
export function createSealAudit({ db, clock, secrets, log, batch = 1000 }: Needs) {
  let mine: Seal | undefined

  /** Rows that this process sealed must still be there: it does not trust the chain to show them. */
  const missMine = async (tx: Tx) => {
    if (mine === undefined || (await findSeal(tx, mine.place))?.equals(mine.seal) === true) return
    log.error(wordsOf(mine), 'the audit was cut: a seal that was made here is gone. Run: fieldkey audit verify')
  }

  const sealBatch = () =>
    db.transaction().execute(async tx => {
      if (!(await lockChain(tx))) return { sealed: 0 }
      await missMine(tx)
      const head = await findHead(tx)
      const seals = chain(head, await takeUnsealed(tx, batch))
      if (seals.length > 0) await insertSeals(tx, seals)
      return { sealed: seals.length, head: seals.at(-1) ?? head }
    })

  function chain(head: Seal | undefined, rows: Awaited<ReturnType<typeof takeUnsealed>>): NewSeal[] {
    const seals: NewSeal[] = []
    const sealedAt = clock.now()
    const sealedAtMs = String(sealedAt.getTime())
    for (const row of rows) {
      const last = seals.at(-1) ?? head
      const place = (last?.place ?? 0) + 1
      const { keyId, mac } = sealOf(secrets, { place, before: last?.seal, row, sealedAtMs })
      seals.push({ place, eventId: row.id, keyId, seal: mac, sealedAt })
    }
    return seals
  }

  return {
    sealAudit: async (): Promise<void> => {
      while (await hasUnsealed(db)) {
        const { sealed, head } = await sealBatch()
        if (head) mine = { place: head.place, seal: head.seal }
        if (sealed < batch) return
      }
    },
    /** Logs the newest seal, outside the database: an attacker who cuts the chain later can't cut the log too. */
    logAnchor: async (): Promise<void> => {
      const head = await findHead(db)
      if (head) log.info(wordsOf(head), 'audit anchor')
    },
  }
}

/** A seal in the form that `fieldkey audit verify --anchor` accepts. */
const wordsOf = ({ place, seal }: Seal) => ({ anchor: `${place}:${seal.toString('hex')}` })
