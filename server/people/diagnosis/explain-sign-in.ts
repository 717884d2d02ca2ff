import type { Diagnosis, Obstacle, TimelineEntry } from '../../../shared/contract/diagnosis.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type FailingAccount, listFailingOf } from '../../platform/mail/failing-accounts.query.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { type Account, findMailAddress, whyClosed } from '../accounts/account.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import { findOnlyWay } from '../company-providers/matching-providers.ts'
import { listProviders } from '../company-providers/providers.store.ts'
import { findLastSignIn, findLatestEvent } from './diagnosis.query.ts'
import { readGuessing } from './read-guessing.ts'
import { readMailRoad } from './read-mail-road.ts'
import { readTimeline } from './read-timeline.ts'

export type SignInExplained = { diagnosis: Diagnosis; timeline: TimelineEntry[] }

type Needs = { db: Db; clock: Clock; secrets: Secrets }

/** Explains why a user or a contact can or can't sign in now, and what happened before. */
export function createExplainSignIn({ db, clock, secrets }: Needs) {
  return async function explainSignIn(accountId: string): Promise<SignInExplained> {
    const now = clock.now()
    const account = await getAccount(db, accountId)
    const [guessing, mail, lastSignInAt, timeline, failing, providers] = await Promise.all([
      readGuessing({ db, secrets }, { account, now }),
      readMailRoad(db, { accountId, now }),
      findLastSignIn(db, accountId),
      readTimeline(db, { accountId, now }),
      listFailingOf(db, accountId),
      listProviders(db),
    ])
    const onlyWay = findOnlyWay(providers, account)?.name
    const obstacle = obstacleOf(account, { guessing, mail, lastSignInAt, failing, onlyWay }) ?? null
    const origin = await readOrigin(db, { account, obstacle })
    return {
      diagnosis: { obstacle, company: onlyWay ?? null, ...origin, guessing, mail, failing: failing.map(toFailing) },
      timeline,
    }
  }
}

export type ExplainSignIn = ReturnType<typeof createExplainSignIn>

type SignInFacts = Pick<Diagnosis, 'guessing' | 'mail'> & {
  lastSignInAt: Date | undefined
  failing: FailingAccount[]
  onlyWay: string | undefined
}

const toFailing = ({ address, since, why }: FailingAccount) => ({ address, since: since.toISOString(), why })

/** The first obstacle in the order in which sign-in checks them, then what stops a password email from arriving. */
function obstacleOf(
  account: Account,
  { guessing, mail, lastSignInAt, failing, onlyWay }: SignInFacts,
): Obstacle | undefined {
  const closed = whyClosed(account)
  if (closed) return closed === 'no-website-access' ? 'no-access' : closed
  if (account.compromisedAt) return 'compromised'
  // Neither passwords nor emails matter for a person whom the company signs in.
  if (onlyWay) return undefined
  if (account.passwordHash === null) return 'no-password'
  if (guessing) return 'guessing'
  const resetAddress = nameKey(findMailAddress(account) ?? '')
  // If the address has accepted an email since, it is not known to fail any more.
  const failure = failing.find(({ address, accepted_at }) => address === resetAddress && accepted_at === null)
  if (failure && !(lastSignInAt && lastSignInAt > failure.since)) return 'mail-failing'
  // A person who has signed in since then doesn't need the email any more.
  if (!mail || (lastSignInAt && lastSignInAt > new Date(mail.at))) return undefined
  if (mail.state === 'not-delivered') return 'mail-failed'
  if (mail.state === 'waiting' && mail.answer !== null) return 'mail-failed'
  return mail.state === 'refused' ? 'mail-refused' : undefined
}

/** The events that can have caused each obstacle; the latest one did. */
const origins: Partial<Record<Obstacle, string[]>> = {
  inactive: ['user-deactivated'],
  locked: ['user-locked'],
  'retailer-closed': ['retailer-closed'],
  'no-access': ['access-withdrawn'],
  compromised: ['marked-compromised', 'change-objected'],
}

async function readOrigin(db: Db, { account, obstacle }: { account: Account; obstacle: Obstacle | null }) {
  const actions = obstacle === null ? undefined : origins[obstacle]
  const event = actions && (await findLatestEvent(db, { accountId: account.id, actions }))
  return { since: event?.at.toISOString() ?? null, by: event?.by ?? null }
}
