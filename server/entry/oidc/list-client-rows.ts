import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listSecretTimes } from './client-secrets.store.ts'
import { type ListClients, ownAppId } from './find-client.ts'

type Needs = { db: Db; clock: Clock; listClients: ListClients }

/** Lists every app with what an administrator sees of its secrets: when they were made, and when the old one ends. */
export function createListClientRows({ db, clock, listClients }: Needs) {
  return async function listClientRows() {
    const times = await listSecretTimes(db, clock.now())
    return (await listClients()).map(client => {
      const own = times.filter(({ clientId }) => clientId === client.id)
      const isoOf = (at: Date | null | undefined) => at?.toISOString() ?? null
      return {
        ...client,
        isOwn: client.id === ownAppId,
        secretSince: isoOf(own.find(({ endsAt }) => endsAt === null)?.createdAt),
        oldSecretEndsAt: isoOf(own.find(({ endsAt }) => endsAt !== null)?.endsAt),
      }
    })
  }
}
