import type { Clock } from '../../platform/clock.ts'
import type { Db, ObjectionEvent } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { insertObjection } from './objections.store.ts'

type Needs = { db: Db; clock: Clock; publicUrl: string }
type About = { accountId: string; event: ObjectionEvent; eventAt: Date; changeId: string | null }

/** Creates the "it wasn't me" link of one notice at delivery, and returns its address. */
export async function makeObjection({ db, clock, publicUrl }: Needs, about: About): Promise<string> {
  const handle = makeToken()
  const madeAt = clock.now()
  const expiresAt = new Date(madeAt.getTime() + limits.resets.objectionSeconds * 1000)
  await insertObjection(db, { ...about, handleHash: hashToken(handle), madeAt, expiresAt })
  return `${publicUrl}/objection/${handle}`
}
