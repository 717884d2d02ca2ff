import { type Account, findMailAddress } from '../../people/accounts/account.ts'
import { findAccountByKey } from '../../people/accounts/accounts.store.ts'
import { isMailUsername, readUsername, type Username } from '../../people/accounts/username.ts'
import { findOnlyWay, providersOf } from '../../people/company-providers/matching-providers.ts'
import { type CompanyProvider, listProviders } from '../../people/company-providers/providers.store.ts'
import { hashUsername } from '../../people/guessing/hash-username.ts'
import { findDeviceOwner, isKnownDeviceOf } from '../../people/sessions/known-devices.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { createGate } from '../../platform/limits/gate.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { limits } from '../../platform/limits/limits.ts'
import { timesAround } from '../../platform/limits/network-limits.ts'
import { networksAround } from '../../platform/limits/networks-around.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import { placeOfAsk } from './disclosure.store.ts'
import { maskAddress } from './mask-address.ts'

export type ResetOption =
  /** No account has this username. */
  | { kind: 'none' }
  /** The account has no email address: only an administrator can help. */
  | { kind: 'no-address' }
  | { kind: 'reset'; address: string }
  /** The disclosure budget is used up, or disclosure is off: the same answer for every address and every other name. */
  | { kind: 'reset-if-known'; address: string | undefined }
  /** The company signs this person in, so there is no password to reset. */
  | { kind: 'company'; name: string }
  | { kind: 'too-many'; retryAfterSeconds: number }

export type OptionQuestion = { typed: string; caller: Caller; deviceToken: string | undefined }

type Needs = {
  db: Db
  /**
   * Questions are only counted: losing the last ones in a crash of the database is acceptable, so commits don't wait
   * for the disk.
   */
  relaxedDb: Db
  clock: Clock
  secrets: Secrets
  limiter: Limiter
  usernameDisclosure: 'guarded' | 'never'
}

/**
 * Decides if the reset option is shown for a username (J3). Each distinct username, known or unknown, uses up part of
 * the budgets of the caller and of the whole server. Beyond them the answer reveals nothing. Questions wait for each
 * other in the database, so only a few may hold a connection and the rest wait in memory. A question without a place
 * gets the answer of a used-up budget: it needs no database, and honest people can still reset.
 */
export function createAskResetOption(needs: Needs) {
  const gate = createGate(limits.optionQueue)

  return async function askResetOption(question: OptionQuestion): Promise<ResetOption> {
    const read = readUsername(question.typed)
    if (read.kind === 'refused') return { kind: 'none' }
    const { username } = read
    const option = await gate.pass({ network: question.caller.network }, () => ask(needs, username, question))
    return option.kind === 'busy' ? toldNothing(username) : option
  }
}

export type AskResetOption = ReturnType<typeof createAskResetOption>

async function ask(needs: Needs, username: Username, question: OptionQuestion): Promise<ResetOption> {
  const { db, limiter, usernameDisclosure } = needs
  const { typed, key } = username
  const taken = await limiter.takeOfNetwork('optionQuestionsPerNetwork', question.caller.network)
  if (taken.kind === 'refused') return { kind: 'too-many', retryAfterSeconds: taken.retryAfterSeconds }
  const providers = await listProviders(db)
  // By the domain alone: beyond the budget, and for names that don't exist, the answer tells nothing.
  const onlyWay = providersOf(providers, key).find(({ isOnlyWay }) => isOnlyWay)
  if (usernameDisclosure === 'never' || !(await spendBudget(needs, key, question)))
    return onlyWay ? companyOf(onlyWay) : toldNothing(username)
  const account = await findAccountByKey(db, key)
  const ownOnlyWay = account && findOnlyWay(providers, account)
  if (ownOnlyWay) return companyOf(ownOnlyWay)
  if (account) return tellOf(needs, account, question)
  if (onlyWay) return companyOf(onlyWay)
  return isMailUsername(typed) || key.includes('@') ? { kind: 'none' } : { kind: 'no-address' }
}

const companyOf = ({ name }: CompanyProvider): ResetOption => ({ kind: 'company', name })

function toldNothing({ typed }: Username): ResetOption {
  return { kind: 'reset-if-known', address: isMailUsername(typed) ? typed : undefined }
}

async function tellOf(needs: Needs, account: Account, question: OptionQuestion): Promise<ResetOption> {
  const address = findMailAddress(account)
  if (address === undefined) return { kind: 'no-address' }
  const isUsername = address.toLowerCase() === account.usernameKey
  if (isUsername || (await isOwnDevice(needs, account, question))) return { kind: 'reset', address }
  return { kind: 'reset', address: maskAddress(address) }
}

async function isOwnDevice({ db, clock }: Needs, { id }: Account, { deviceToken }: OptionQuestion) {
  if (deviceToken === undefined) return false
  const tokenHash = hashToken(deviceToken)
  return isKnownDeviceOf(db, { accountId: id, tokenHash, now: clock.now() })
}

/** True if all budgets allow another question. Questions beyond the caller's own budget don't use up the server's. */
async function spendBudget(needs: Needs, usernameKey: string, question: OptionQuestion) {
  const { relaxedDb, clock, secrets } = needs
  const at = clock.now()
  const { server, windowSeconds } = limits.disclosure
  const since = new Date(at.getTime() - windowSeconds * 1000)
  const usernameHash = hashUsername(secrets, usernameKey)
  const budgets = [...(await budgetsOf(needs, question)), { asker: 'server', most: server }]
  return relaxedDb.transaction().execute(async tx => {
    for (const { asker, most } of budgets) {
      if ((await placeOfAsk(tx, { asker, usernameHash, at, since })) > most) return false
    }
    return true
  })
}

/**
 * The budgets to use up before the server's. A known device uses that of the account which used it first: an account
 * can make any number of known devices by signing in without cookies.
 */
async function budgetsOf({ db, clock }: Needs, { deviceToken, caller }: OptionQuestion) {
  const { network, knownDevice } = limits.disclosure
  const tokenHash = deviceToken === undefined ? undefined : hashToken(deviceToken)
  const owner = tokenHash && (await findDeviceOwner(db, { tokenHash, now: clock.now() }))
  if (owner !== undefined) return [{ asker: `account ${owner}`, most: knownDevice }]
  return networksAround(caller.network).map((around, rung) => ({
    asker: `network ${around}`,
    most: network * timesAround(rung),
  }))
}
