import { getAccount, lockAccount } from '../../people/accounts/accounts.store.ts'
import { deleteCodeGenerator, findCodeGenerator } from '../../people/factors/code-generators.store.ts'
import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import { deletePasskey, listPasskeys } from '../../people/factors/passkeys.store.ts'
import { countRecoveryCodes, deleteRecoveryCodes } from '../../people/factors/recovery-codes.store.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { giveRecoveryCodes } from './give-recovery-codes.ts'
import { queueFactorNotice } from './queue-factor-notice.ts'
import type { FactorEvent } from './second-step.mail.ts'

export type OwnSecondStep = {
  username: string
  generator: { addedAt: Date; lastUsedAt: Date | null } | undefined
  /** Recovery codes that were not used yet. */
  recoveryCodes: number
  passkeys: { id: string; name: string; addedAt: Date; lastUsedAt: Date | null; isSynced: boolean }[]
  /** The last day of the grace period, for a person who must add a factor. */
  dueAt: Date | undefined
}

type ReadNeeds = { db: Db; readNextStep: ReadNextStep }

/** Reads what a person has for the second step. */
export function createReadOwnSecondStep({ db, readNextStep }: ReadNeeds) {
  return async function readOwnSecondStep(accountId: string): Promise<OwnSecondStep> {
    const account = await getAccount(db, accountId)
    const [generator, recoveryCodes, passkeys, step] = await Promise.all([
      findCodeGenerator(db, accountId),
      countRecoveryCodes(db, accountId),
      listPasskeys(db, accountId),
      readNextStep(account),
    ])
    return {
      username: account.username,
      generator: generator && { addedAt: generator.addedAt, lastUsedAt: generator.lastUsedAt },
      recoveryCodes,
      passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt, isSynced }) => ({
        id,
        name,
        addedAt,
        lastUsedAt,
        isSynced,
      })),
      dueAt: step.kind === 'none' ? step.dueAt : undefined,
    }
  }
}

type ChangeNeeds = { db: Db; clock: Clock; secrets: Secrets; queueMail: QueueMail }
type Command = { session: LiveSession; caller: Caller }

/** Removes the authenticator app. Recovery codes go with the last factor. */
export function createRemoveCodeGenerator(needs: ChangeNeeds) {
  return ({ session, caller }: Command) =>
    changeOwn(needs, { session, caller, event: 'factor-removed', factor: 'code-generator' }, async tx => {
      const { accountId } = session
      if (!(await deleteCodeGenerator(tx, accountId))) return false
      if ((await listPasskeys(tx, accountId)).length === 0) await deleteRecoveryCodes(tx, accountId)
      return true
    })
}

/** Removes one passkey. */
export function createRemovePasskey(needs: ChangeNeeds) {
  return ({ session, caller, id }: Command & { id: string }) =>
    changeOwn(needs, { session, caller, event: 'factor-removed', factor: 'passkey' }, async tx => {
      const { accountId } = session
      if ((await deletePasskey(tx, { accountId, id })) === undefined) return false
      const isLast = (await listPasskeys(tx, accountId)).length === 0 && !(await findCodeGenerator(tx, accountId))
      if (isLast) await deleteRecoveryCodes(tx, accountId)
      return true
    })
}

/** Makes new recovery codes. Older ones stop working. */
export function createMakeRecoveryCodes(needs: ChangeNeeds) {
  return async ({ session, caller }: Command): Promise<string[]> => {
    const { accountId } = session
    let codes: string[] = []
    await changeOwn(needs, { session, caller, event: 'recovery-codes-made' }, async tx => {
      codes = await giveRecoveryCodes(tx, needs, accountId)
      return true
    })
    return codes
  }
}

type Change = Command & { event: Extract<FactorEvent, 'factor-removed' | 'recovery-codes-made'>; factor?: string }

/** Runs a change of one's own factors, and records and tells it if something changed. */
async function changeOwn(
  needs: ChangeNeeds,
  { session: { accountId }, caller, event, factor }: Change,
  change: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  return needs.db.transaction().execute(async tx => {
    const account = await lockAccount(tx, accountId)
    if (!(await change(tx))) return false
    const who = { actor: 'self', actorAccountId: accountId, accountId, ...caller } as const
    const details = factor !== undefined && { details: { factor } }
    await recordEvent(tx, { at: needs.clock.now(), action: event, ...who, ...details })
    await queueFactorNotice(tx, needs, { account, event })
    return true
  })
}
