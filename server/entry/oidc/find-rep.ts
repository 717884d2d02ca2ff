import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import { type UserAccount, whyClosed } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { findRecord } from '../../people/sessions/provider-records.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { hashToken } from '../../platform/token.ts'
import type { CheckProof } from './check-proof.ts'
import { type FindClient, isAdmitted, ownAppId } from './find-client.ts'

/** The user of the reps' app. */
export type Rep = {
  account: UserAccount
  signInEndsAt: Date
  /** Thumbprint of the device key that the token is bound to. */
  thumbprint: string
}

export type RepFound =
  | { kind: 'rep'; rep: Rep; nextNonce: string | undefined }
  | { kind: 'ended'; reason: EndReason }
  | { kind: 'use-nonce'; nonce: string }
  /** The app needs a new token; the sign-in has not ended. */
  | { kind: 'no-token' }

/** The parts of an app request that identify the rep. */
export type RepAsking = { authorization: string | undefined; proof: string | undefined; method: string; path: string }

type Needs = { db: Db; clock: Clock; publicUrl: string; findClient: FindClient; checkProof: CheckProof }

/** Identifies the rep by a token of the app and a proof that the request comes from the token's device. */
export function createFindRep(needs: Needs) {
  const { db, clock, publicUrl, findClient, checkProof } = needs

  return async function findRep({ authorization, proof, method, path }: RepAsking): Promise<RepFound> {
    const accessToken = /^DPoP ([\w-]{20,200})$/.exec(authorization ?? '')?.[1]
    if (accessToken === undefined || proof === undefined) return { kind: 'no-token' }
    const token = await find('AccessToken', accessToken)
    const { jkt, clientId, grantId } = token?.payload ?? {}
    if (!token || typeof jkt !== 'string' || clientId !== ownAppId) return { kind: 'no-token' }
    if (token.endedBecause !== null) return { kind: 'ended', reason: token.endedBecause }
    const checked = await checkProof({ proof, method, url: `${publicUrl}${path}`, accessToken, thumbprint: jkt })
    if (checked.kind === 'no-proof') return { kind: 'no-token' }
    if (checked.kind === 'use-nonce') return checked
    const grant = await find('Grant', String(grantId))
    const account = await findAdmitted(token.accountId)
    if (!grant || !account) return { kind: 'ended', reason: 'expired' }
    return {
      kind: 'rep',
      rep: { account, signInEndsAt: grant.expiresAt, thumbprint: jkt },
      nextNonce: checked.nextNonce,
    }
  }

  function find(kind: string, id: string) {
    return findRecord(db, { kind, idHash: hashToken(id), now: clock.now() })
  }

  async function findAdmitted(accountId: string | null): Promise<UserAccount | undefined> {
    const account = accountId === null ? undefined : await findAccountById(db, accountId)
    const client = await findClient(ownAppId)
    if (account?.kind !== 'user' || whyClosed(account) !== undefined) return undefined
    return client && isAdmitted(client, account) ? account : undefined
  }
}
