import { dayMs } from '../../../shared/time.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { listSetUpFaults, recordSetUpFault } from './set-up-faults.store.ts'
import { adviceOf, type SetUpFault, sentenceOf } from './set-up-faults.ts'

export type ReadSetUpFaults = ReturnType<typeof createReadSetUpFaults>

type Needs = { db: Db; clock: Clock }

/** Any client can send a Host or an Origin. Only these kinds prove a proxy, and limits that count wrongly. */
const toldOnHome: readonly SetUpFault['kind'][] = ['untrusted-proxy', 'no-client-address', 'unreadable-client']

/** Lists the set-up faults that requests of the last day showed, with the setting that fixes each. */
export function createReadSetUpFaults({ db, clock, publicUrl }: Needs & { publicUrl: string }) {
  return async function readSetUpFaults() {
    const faults = await listSetUpFaults(db, { since: new Date(clock.now().getTime() - dayMs) })
    return faults.map(fault => ({
      sentence: sentenceOf(fault),
      fix: adviceOf(fault, publicUrl),
      seenAt: fault.seenAt.toISOString(),
    }))
  }
}

export function createRecordSetUpFault({ db, clock }: Needs) {
  return async function record(fault: SetUpFault): Promise<void> {
    if (toldOnHome.includes(fault.kind)) await recordSetUpFault(db, { ...fault, seenAt: clock.now() })
  }
}
