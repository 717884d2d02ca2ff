import type { ImportKind } from '../../../shared/contract/import-lists.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockImport, saveAuthority } from './import.store.ts'
import type { Importer } from './import-command.ts'
import { startInvitations } from './import-rows.store.ts'

export type AddedInvited = { kind: 'inviting'; count: number } | { kind: 'no-such-import' }

type Command = { kind: ImportKind; id: string; authority: Importer }

/** Queues an invitation for each added person who has not been invited yet. The mails go out one by one. */
export function createInviteAdded({ db }: { db: Db }) {
  return async function inviteAdded({ kind, id, authority }: Command): Promise<AddedInvited> {
    return db.transaction().execute(async tx => {
      const found = await lockImport(tx, id)
      if (found?.kind !== kind || found.state !== 'done') return { kind: 'no-such-import' as const }
      await saveAuthority(tx, id, authority)
      return { kind: 'inviting' as const, count: await startInvitations(tx, id) }
    })
  }
}
