import type { RequestReset, ResetAsked } from '../../entry/recovery/request-reset.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Db } from '../../platform/database/tables.ts'

type Command = { accountId: string; authority: Extract<Authority, { actor: 'administrator' }> }

/**
 * Invites a new user to choose a password. The licence was taken when the user was added, so none is needed at the end.
 */
export function createSendInvitation({ db, requestReset }: { db: Db; requestReset: RequestReset }) {
  return async function sendInvitation(command: Command): Promise<ResetAsked | { kind: 'above-you' }> {
    if (!(await isWithinReach(db, command))) return { kind: 'above-you' }
    const { actorAccountId, network, device } = command.authority
    return requestReset({
      accountId: command.accountId,
      purpose: 'invitation',
      asker: { askedBy: 'administrator', accountId: actorAccountId, network, device },
    })
  }
}
