import type { RequestReset, ResetAsked } from '../../entry/recovery/request-reset.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Db } from '../../platform/database/tables.ts'

type Order = { accountId: string; authority: Extract<Authority, { actor: 'administrator' }> }

/** Asks somebody new to choose a password. The licence was taken when the user was added: none is needed at the end. */
export function createSendInvitation({ db, requestReset }: { db: Db; requestReset: RequestReset }) {
  return async function sendInvitation(order: Order): Promise<ResetAsked | { kind: 'above-you' }> {
    if (!(await isWithinReach(db, order))) return { kind: 'above-you' }
    const { actorAccountId, network, device } = order.authority
    return requestReset({
      accountId: order.accountId,
      purpose: 'invitation',
      asker: { askedBy: 'administrator', accountId: actorAccountId, network, device },
    })
  }
}

export type SendInvitation = ReturnType<typeof createSendInvitation>
