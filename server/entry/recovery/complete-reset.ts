import { readCode } from '../../../shared/reset-code/read-code.ts'
import { type ClosedBecause, whyClosed } from '../../people/accounts/account.ts'
import { getAccount, lockAccount } from '../../people/accounts/accounts.store.ts'
import { contextOf } from '../../people/accounts/password-context.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { rememberDevice } from '../../people/sessions/remember-device.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, ResetPurpose } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Busy } from '../../platform/limits/gate.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Hasher, PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import { judgeNewPassword, type NewPasswordRefusal } from './judge-new-password.ts'
import { type LinkEnd, type ReadLink, whyEnded } from './read-link.ts'
import { countTry, findPair, type ResetPair, usePair } from './recovery.store.ts'
import { isRightCode } from './reset-secrets.ts'
import type { SavePassword } from './save-password.ts'

export type ResetToComplete = {
  purpose: ResetPurpose
  handle: string
  code: string
  first: string
  second: string
  caller: Caller
  /** The cookie of a device that has signed in here before, if any. */
  deviceToken: string | undefined
}

export type ResetCompleted =
  | { kind: 'saved'; username: string; deviceToken: string }
  | { kind: 'unknown-link' }
  | { kind: 'ended'; why: LinkEnd }
  | { kind: 'closed'; why: ClosedBecause }
  | { kind: 'malformed-code' | 'several-codes' }
  | { kind: 'refused-password'; refusal: NewPasswordRefusal }
  | { kind: 'wrong-code'; triesLeft: number }
  | { kind: 'too-many-tries'; retryAfterSeconds: number }
  | Busy

type Needs = {
  db: Db
  clock: Clock
  limiter: Limiter
  hashing: PasswordHashing
  rule: PasswordRule
  secrets: Secrets
  readLink: ReadLink
  savePassword: SavePassword
}

/**
 * Saves a new password if link and code are still active, and the two passwords match and are strong enough. A try is
 * used up only if everything but the code is right (J8), and it is counted before the code is compared.
 */
export function createCompleteReset(needs: Needs) {
  const { db, hashing, rule, readLink } = needs

  return async function completeReset(reset: ResetToComplete): Promise<ResetCompleted> {
    const link = await readLink(reset.handle, reset.purpose)
    if (link.kind === 'unknown') return { kind: 'unknown-link' }
    if (link.kind === 'ended') return { kind: 'ended', why: link.why }
    const account = await getAccount(db, link.pair.accountId)
    const closed = whyClosed(account)
    if (closed) return { kind: 'closed', why: closed }

    const read = readCode(reset.code)
    if (read.kind === 'malformed') return { kind: 'malformed-code' }
    if (read.kind === 'several') return { kind: 'several-codes' }
    const context = contextOf(account, await getOrganisation(db))
    const refusal = judgeNewPassword(rule, { ...reset, context })
    if (refusal) return { kind: 'refused-password', refusal }

    // The link proves that the email arrived: strangers in the queue must not delay its reader.
    const guest = { network: reset.caller.network, reservedFor: account.usernameKey }
    return hashing.inTurn(guest, hasher => compareAndSave(needs, hasher, { ...reset, code: read.digits }))
  }
}

async function compareAndSave(needs: Needs, hasher: Hasher, reset: ResetToComplete): Promise<ResetCompleted> {
  const { db, clock, limiter, secrets } = needs
  const handleHash = hashToken(reset.handle)
  const mostTries = limits.triesPerCode.points
  const pair = await countTry(db, { handleHash, now: clock.now(), mostTries })
  if (!pair) return endOf(needs, handleHash)
  // The account's counters continue across any number of new emails.
  const allowed = await limiter.take('triesPerAccount', pair.accountId)
  if (allowed.kind === 'refused') return { kind: 'too-many-tries', retryAfterSeconds: allowed.retryAfterSeconds }
  if (!isRightCode(secrets, pair, reset.code)) return refuseCode(needs, pair, reset.caller)
  const { caller, deviceToken } = reset
  return save(needs, { pair, passwordHash: await hasher.hash(reset.first), caller, deviceToken })
}

type ResetToSave = Pick<ResetToComplete, 'caller' | 'deviceToken'> & { pair: ResetPair; passwordHash: string }

async function save(needs: Needs, { pair, passwordHash, caller, deviceToken }: ResetToSave): Promise<ResetCompleted> {
  const { db, clock, savePassword } = needs
  const saved = await db.transaction().execute(async tx => {
    const account = await lockAccount(tx, pair.accountId)
    const at = clock.now()
    if (!(await usePair(tx, { handleHash: pair.handleHash, now: at }))) return undefined
    await savePassword(tx, { account, passwordHash, at, action: 'password-reset', caller })
    // From now on the email's reader has their own count of failures, which strangers can't use up.
    const device = { accountId: account.id, network: caller.network, deviceToken, at }
    return { username: account.username, deviceToken: await rememberDevice(tx, device) }
  })
  return saved ? { kind: 'saved', ...saved } : endOf(needs, pair.handleHash)
}

async function refuseCode({ db, clock }: Needs, pair: ResetPair, caller: Caller): Promise<ResetCompleted> {
  await recordEvent(db, {
    at: clock.now(),
    action: 'reset-code-wrong',
    actor: 'nobody',
    accountId: pair.accountId,
    network: caller.network,
    device: caller.device,
    details: { try: pair.tries },
  })
  const triesLeft = limits.triesPerCode.points - pair.tries
  return triesLeft > 0 ? { kind: 'wrong-code', triesLeft } : { kind: 'ended', why: 'exhausted' }
}

/** A concurrent request was first: returns what the link has become. */
async function endOf({ db, clock }: Needs, handleHash: Buffer): Promise<ResetCompleted> {
  const pair = await findPair(db, handleHash)
  if (!pair) return { kind: 'unknown-link' }
  return { kind: 'ended', why: whyEnded(pair, clock.now()) ?? 'exhausted' }
}
