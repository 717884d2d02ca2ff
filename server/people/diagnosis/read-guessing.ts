import type { Standing } from '../../../shared/contract/standing.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { Account } from '../accounts/account.ts'
import { findFailuresOfEverybody } from '../guessing/failures.store.ts'
import { readStanding } from '../guessing/guess-standing.ts'
import { hashUsername } from '../guessing/hash-username.ts'
import { listGuessersOf } from './standing.query.ts'

type Asked = { account: Account; now: Date }

/** Who has to wait because wrong passwords were tried, until when, and where they came from; nothing if nobody has to. */
export async function readGuessing(
  { db, secrets }: { db: Db; secrets: Secrets },
  { account, now }: Asked,
): Promise<Standing['guessing']> {
  const everybody = await findFailuresOfEverybody(db, hashUsername(secrets, account.usernameKey))
  if (!everybody) return null
  // The rule of the sign-in itself, asked as somebody at a network of the account would, and as a stranger.
  const waits = (isKnownNetwork: boolean) => {
    const nobodys = { device: undefined, networks: [], isKnownDevice: false }
    const standing = readStanding({ account, everybody, ...nobodys, isKnownNetwork }, now)
    return standing.kind === 'wait' ? standing.seconds : 0
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
