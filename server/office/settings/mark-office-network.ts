import { deleteOfficeNetwork, insertOfficeNetwork } from '../../people/accounts/office-networks.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type OfficeNetworkRead, readOfficeNetwork } from './read-office-network.ts'

export type OfficeNetworkMarked =
  | { kind: 'marked'; network: string }
  | { kind: 'network-taken' }
  | Exclude<OfficeNetworkRead, { kind: 'read' }>

type Command = { network: string; authority: Authority }
type Needs = { db: Db; clock: Clock }

/** Marks a network as an office of the organisation: its limit for reset requests is larger. */
export function createMarkOfficeNetwork({ db, clock }: Needs) {
  return async function markOfficeNetwork(command: Command & { label: string }): Promise<OfficeNetworkMarked> {
    const read = readOfficeNetwork(command.network)
    if (read.kind !== 'read') return read
    const { network } = read
    return db.transaction().execute(async tx => {
      const at = clock.now()
      if (!(await insertOfficeNetwork(tx, { network, label: command.label, addedAt: at })))
        return { kind: 'network-taken' }
      await recordEvent(tx, { at, action: 'office-network-marked', ...command.authority, details: { range: network } })
      return { kind: 'marked', network }
    })
  }
}

/** Removes the mark. */
export function createUnmarkOfficeNetwork({ db, clock }: Needs) {
  return async function unmarkOfficeNetwork({ network: typed, authority }: Command) {
    const read = readOfficeNetwork(typed)
    if (read.kind !== 'read') return { kind: 'no-such-network' as const }
    return db.transaction().execute(async tx => {
      if (!(await deleteOfficeNetwork(tx, read.network))) return { kind: 'no-such-network' as const }
      const details = { range: read.network }
      await recordEvent(tx, { at: clock.now(), action: 'office-network-unmarked', ...authority, details })
      return { kind: 'unmarked' as const }
    })
  }
}
