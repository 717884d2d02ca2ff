import { createInviteInParts } from '../../entry/recovery/invite-in-parts.ts'
import type { DecideReset } from '../../entry/recovery/request-reset.ts'
import type { Db } from '../../platform/database/tables.ts'
import { admitImporter } from './admit-importer.ts'
import { listWaitingInvitations, markInvitation } from './import-rows.store.ts'

type Needs = { db: Db; decideReset: DecideReset }

/** Invites a few imported people at a time. */
export function createInviteImported({ db, decideReset }: Needs) {
  const inviteInParts = createInviteInParts({ db, decideReset })
  return async function inviteImported(): Promise<void> {
    await inviteInParts({
      list: listWaitingInvitations,
      // If the importer has lost the right to invite, another administrator can send the invitations.
      findRefusal: async (tx, { kind, by }) => {
        const authority = { actor: 'administrator', actorAccountId: by.accountId, ...by } as const
        return (await admitImporter(tx, { kind, authority })) ? undefined : ('not-admitted' as const)
      },
      settle: (tx, { importId, place }, outcome) =>
        markInvitation(tx, { importId, place, invitation: outcome === 'not-admitted' ? 'possible' : 'asked' }),
    })
  }
}
