import type { RequestReset } from '../../entry/recovery/request-reset.ts'
import type { Db } from '../../platform/database/tables.ts'
import { admitImporter } from './admit-importer.ts'
import { holdImports, listWaitingInvitations, markInvitation } from './import.store.ts'
import { countWaitingMails } from './known.query.ts'

const atOnce = 50
/** No invitations go out while this many mails are queued: a password reset must not wait behind ten thousand of them. */
const mostWaitingMails = 100

type Needs = { db: Db; requestReset: RequestReset }

/** Invites a few imported people at a time, under the rules and caps of an invitation from the admin site. */
export function createInviteImported({ db, requestReset }: Needs) {
  async function invite(row: Awaited<ReturnType<typeof listWaitingInvitations>>[number]): Promise<void> {
    const { import_id: importId, place, account_id: accountId, network, device, ordered_by: by } = row
    const authority = { actor: 'administrator', actorAccountId: by, network, device } as const
    const isAdmitted = await admitImporter(db, { kind: row.kind, authority })
    // The importer has lost the right to invite. Another administrator can send the invitations.
    if (!isAdmitted || accountId === null) return markInvitation(db, { importId, place, invitation: 'possible' })
    await requestReset({
      accountId,
      purpose: 'invitation',
      asker: { askedBy: 'administrator', accountId: by, network, device },
    })
    await markInvitation(db, { importId, place, invitation: 'asked' })
  }

  return async function inviteImported(): Promise<void> {
    if ((await listWaitingInvitations(db, 1)).length === 0) return
    await db.transaction().execute(async tx => {
      if (!(await holdImports(tx, 'invitations'))) return
      if ((await countWaitingMails(db, mostWaitingMails)) >= mostWaitingMails) return
      for (const row of await listWaitingInvitations(db, atOnce)) await invite(row)
    })
  }
}
