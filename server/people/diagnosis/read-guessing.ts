import type { Diagnosis } from '../../../shared/contract/diagnosis.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { Account } from '../accounts/account.ts'
import { findFailuresOfEverybody } from '../guessing/failures.store.ts'
import { hashUsername } from '../guessing/hash-username.ts'
import { judgeTry } from '../guessing/judge-try.ts'
import { listGuessersOf } from './diagnosis.query.ts'

type GuessingQuery = { account: Account; now: Date }

/** Who has to wait after wrong passwords, until when, and which networks they came from; null if no one has to. */
export async function readGuessing(
  { db, secrets }: { db: Db; secrets: Secrets },
  { account, now }: GuessingQuery,
): Promise<Diagnosis['guessing']> {
  const everybody = await findFailuresOfEverybody(db, hashUsername(secrets, account.usernameKey))
  if (!everybody) return null
  // The sign-in's own rule, evaluated for a network of the account and for an unknown one.
  const waits = (isKnownNetwork: boolean) => {
    const nobodys = { device: undefined, networks: [], isKnownDevice: false }
    const verdict = judgeTry({ account, everybody, ...nobodys, isKnownNetwork }, now)
    return verdict.kind === 'wait' ? verdict.seconds : 0
  }
  const [seconds, ofStrangers] = [waits(true), waits(false)]
  if (ofStrangers === 0) return null
  return {
    failures: everybody.count,
    until: new Date(now.getTime() + (seconds || ofStrangers) * 1000).toISOString(),
    whom: seconds > 0 ? 'everybody' : 'strangers',
    networks: await listGuessersOf(db, { accountId: account.id, since: everybody.firstAt }),
  }
}
