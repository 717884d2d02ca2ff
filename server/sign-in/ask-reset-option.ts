import { type Account, findMailAddress } from '../accounts/account.ts'
import { findAccountByKey } from '../accounts/accounts.store.ts'
import { hashUsername } from '../accounts/hash-username.ts'
import { isMailUsername, readUsername } from '../accounts/username.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Caller } from '../http/caller.ts'
import type { Limiter } from '../limits/limiter.ts'
import { limits } from '../limits/limits.ts'
import type { Secrets } from '../secrets.ts'
import { isAnybodysDevice, isKnownDeviceOf } from '../sessions/known-devices.store.ts'
import { hashToken } from '../token.ts'
import { placeOfAsk } from './disclosure.store.ts'
import { maskAddress } from './mask-address.ts'

export type ResetOption =
  /** Nobody has this username. */
  | { kind: 'none' }
  /** The username has no e-mail address behind it: only an administrator can help. */
  | { kind: 'no-address' }
  | { kind: 'reset'; address: string }
  /** The budget of telling is spent, or telling is off: said of every address and of every other name alike. */
  | { kind: 'reset-if-known'; address: string | undefined }
  | { kind: 'too-many'; retryAfterSeconds: number }

export type OptionQuestion = { typed: string; caller: Caller; deviceToken: string | undefined }

type Needs = { db: Db; clock: Clock; secrets: Secrets; limiter: Limiter; usernameDisclosure: 'guarded' | 'never' }

/**
 * Tells whether the reset option belongs to a username (J3). Each distinct username that is asked about, known or not,
 * spends from the budgets of its asker and of the whole server; beyond them the answer tells nothing.
 */
export function createAskResetOption(needs: Needs) {
  const { db, limiter, usernameDisclosure } = needs

  return async function askResetOption(question: OptionQuestion): Promise<ResetOption> {
    const read = readUsername(question.typed)
    if (read.kind === 'refused') return { kind: 'none' }
    const { typed, key } = read.username
    const taken = await limiter.take('optionQuestionsPerNetwork', question.caller.network)
    if (taken.kind === 'refused') return { kind: 'too-many', retryAfterSeconds: taken.retryAfterSeconds }
    if (usernameDisclosure === 'never' || !(await spendBudget(needs, key, question))) {
      return { kind: 'reset-if-known', address: isMailUsername(typed) ? typed : undefined }
    }
    const account = await findAccountByKey(db, key)
    if (account) return tellOf(needs, account, question)
    return isMailUsername(typed) || key.includes('@') ? { kind: 'none' } : { kind: 'no-address' }
  }
}

export type AskResetOption = ReturnType<typeof createAskResetOption>

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

/** Whether both budgets still hold. What its own asker may not ask spends nothing of the server's. */
async function spendBudget({ db, clock, secrets }: Needs, usernameKey: string, question: OptionQuestion) {
  const at = clock.now()
  const { network, knownDevice, server, windowSeconds } = limits.disclosure
  const since = new Date(at.getTime() - windowSeconds * 1000)
  const usernameHash = hashUsername(secrets, usernameKey)
  const deviceHash = await findDevice(db, question.deviceToken, at)
  const own = deviceHash
    ? { asker: `device ${deviceHash.toString('base64url')}`, budget: knownDevice }
    : { asker: `network ${question.caller.network}`, budget: network }
  return db.transaction().execute(async tx => {
    if ((await placeOfAsk(tx, { asker: own.asker, usernameHash, at, since })) > own.budget) return false
    return (await placeOfAsk(tx, { asker: 'server', usernameHash, at, since })) <= server
  })
}

async function findDevice(db: Db, deviceToken: string | undefined, now: Date): Promise<Buffer | undefined> {
  if (deviceToken === undefined) return undefined
  const tokenHash = hashToken(deviceToken)
  return (await isAnybodysDevice(db, { tokenHash, now })) ? tokenHash : undefined
}
