import type { Account } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import { listPasskeys } from '../../people/factors/passkeys.store.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { drawQr, type QrDrawing } from './draw-qr.ts'
import { createReadHalfDone } from './half-done.ts'
import { keyAddress, keyWords } from './one-time-code.ts'
import { keepOrMakePending } from './pending-generator.ts'

/** A new authenticator app that waits for its first code. */
export type GeneratorView = { pending: string; key: string; qr: QrDrawing }

export type SecondStepView =
  | { kind: 'code'; username: string; mayTrust: boolean; hasPasskey: boolean }
  | { kind: 'add'; username: string; generator: GeneratorView }

type Needs = { db: Db; clock: Clock; secrets: Secrets; readNextStep: ReadNextStep }

/** Prepares a new authenticator app for an account. Nothing is stored until its first code is right. */
export function createPrepareGenerator(needs: Pick<Needs, 'db' | 'clock' | 'secrets'>) {
  return async function prepareGenerator(
    { id, username }: Pick<Account, 'id' | 'username'>,
    scanned?: string,
  ): Promise<GeneratorView> {
    const { secret, pending } = keepOrMakePending(needs, {
      accountId: id,
      ...(scanned !== undefined && { pending: scanned }),
    })
    const { name: issuer } = await getOrganisation(needs.db)
    return { pending, key: keyWords(secret), qr: drawQr(keyAddress(secret, { issuer, username })) }
  }
}

/** Prepares the page of a half-done sign-in. Undefined if there is none. */
export function createPrepareSecondStep(needs: Needs) {
  const { db, readNextStep } = needs
  const readHalfDone = createReadHalfDone(needs)
  const prepareGenerator = createPrepareGenerator(needs)
  return async function prepareSecondStep(
    halfToken: string | undefined,
    scanned?: string,
  ): Promise<SecondStepView | undefined> {
    const half = await readHalfDone(halfToken)
    if (!half) return undefined
    const account = await getAccount(db, half.accountId)
    const { username } = account
    if (half.mustAdd) return { kind: 'add', username, generator: await prepareGenerator(account, scanned) }
    const step = await readNextStep(account)
    const hasPasskey = (await listPasskeys(db, half.accountId)).length > 0
    return { kind: 'code', username, mayTrust: step.kind === 'code' && step.mayTrust, hasPasskey }
  }
}
