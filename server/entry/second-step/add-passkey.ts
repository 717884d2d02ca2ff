import { generateRegistrationOptions } from '@simplewebauthn/server'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import { getAccount, lockAccount } from '../../people/accounts/accounts.store.ts'
import { insertPasskey, listPasskeys } from '../../people/factors/passkeys.store.ts'
import { countRecoveryCodes } from '../../people/factors/recovery-codes.store.ts'
import { spendChallenge } from '../../people/factors/spent-challenges.store.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { giveRecoveryCodes } from './give-recovery-codes.ts'
import { algorithms, challengeOf, checkNewPasskey, readAnswer, siteOf } from './passkey-answer.ts'
import { makeChallenge, readChallenge } from './passkey-challenge.ts'
import { queueFactorNotice } from './queue-factor-notice.ts'

export type PasskeyToAdd = {
  accountId: string
  /** The browser's answer as JSON. */
  answer: string
  /** What the person calls it, such as "Work phone". */
  name: string
  caller: Caller
}

export type PasskeyAdded =
  /** With codes if the account had no recovery codes. */
  { kind: 'added'; recoveryCodes: string[] | undefined } | { kind: 'refused' } | { kind: 'too-many-passkeys' }

type Needs = { db: Db; clock: Clock; secrets: Secrets; queueMail: QueueMail; publicUrl: string }

const mostPasskeys = 20
const aboutAccount = (accountId: string) => `account ${accountId}`

/** What a browser needs to make a passkey for this account. */
export function createPrepareNewPasskey(needs: Needs) {
  const { db, publicUrl } = needs
  return async function prepareNewPasskey(accountId: string) {
    const [account, passkeys, organisation] = await Promise.all([
      getAccount(db, accountId),
      listPasskeys(db, accountId),
      getOrganisation(db),
    ])
    return generateRegistrationOptions({
      rpName: organisation.name,
      rpID: siteOf(publicUrl).rpId,
      userName: account.username,
      userDisplayName: fullNameOf(account),
      userID: Uint8Array.from(Buffer.from(accountId)),
      challenge: makeChallenge(needs, { about: aboutAccount(accountId) }),
      // A passkey that is there already can't be made a second time on the same device.
      excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
      supportedAlgorithmIDs: algorithms,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  }
}

/** Adds a passkey. `within` is the transaction of a sign-in that it completes. */
export function createAddPasskey(needs: Needs) {
  const { db, clock, publicUrl } = needs

  async function save(
    tx: Tx,
    { accountId, name, caller }: PasskeyToAdd,
    made: NonNullable<Awaited<ReturnType<typeof checkNewPasskey>>>,
  ): Promise<PasskeyAdded> {
    const at = clock.now()
    const account = await lockAccount(tx, accountId)
    if ((await listPasskeys(tx, accountId)).length >= mostPasskeys) return { kind: 'too-many-passkeys' }
    if (!(await insertPasskey(tx, { ...made, accountId, name, addedAt: at }))) return { kind: 'refused' }
    const who = { actor: 'self', actorAccountId: accountId, accountId, ...caller } as const
    await recordEvent(tx, { at, action: 'factor-added', ...who, details: { factor: 'passkey' } })
    await queueFactorNotice(tx, needs, { account, event: 'factor-added' })
    const hasCodes = (await countRecoveryCodes(tx, accountId)) > 0
    return { kind: 'added', recoveryCodes: hasCodes ? undefined : await giveRecoveryCodes(tx, needs, accountId) }
  }

  return async function addPasskey(request: PasskeyToAdd, within?: Tx): Promise<PasskeyAdded> {
    const answer = readAnswer(request.answer)
    if (!answer) return { kind: 'refused' }
    const challenge = challengeOf(answer)
    const read = readChallenge(needs, { challenge, about: aboutAccount(request.accountId) })
    const made = read && (await checkNewPasskey({ answer, site: siteOf(publicUrl), challenge }))
    if (!made || !(await spendChallenge(db, read))) return { kind: 'refused' }
    return within ? save(within, request, made) : db.transaction().execute(tx => save(tx, request, made))
  }
}
