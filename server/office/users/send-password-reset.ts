import type { RequestReset, ResetAsked } from '../../entry/recovery/request-reset.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Db } from '../../platform/database/tables.ts'

type Command = { accountId: string; authority: Extract<Authority, { actor: 'administrator' }> }

/** J12: an administrator starts the reset for another person, and sees neither its link nor its code (ASVS 6.4.6). */
export function createSendPasswordReset({ db, requestReset }: { db: Db; requestReset: RequestReset }) {
  return async function sendPasswordReset(command: Command): Promise<ResetAsked | { kind: 'above-you' }> {
    if (!(await isWithinReach(db, command))) return { kind: 'above-you' }
    const { actorAccountId, network, device } = command.authority
    return requestReset({
      accountId: command.accountId,
      asker: { askedBy: 'administrator', accountId: actorAccountId, network, device },
    })
  }
}
