import { lockAccount } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'
import { makeUserImage } from './make-user-image.ts'
import { deleteImage, findImage, saveImage, type UserImage } from './user-images.store.ts'

export type UserImageChanged =
  | { kind: 'changed' }
  | { kind: 'above-you' }
  | { kind: 'image-too-large' }
  | { kind: 'no-image' }

/** The uploaded file; nothing takes the image away. */
type Order = { accountId: string; file: Buffer | undefined; authority: Authority }

/** Gives a user another image, or none. */
export function createChangeUserImage({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeUserImage({ accountId, file, authority }: Order): Promise<UserImageChanged> {
    const made = file && (await makeUserImage(file))
    if (made && made.kind !== 'made') return made
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const at = clock.now()
      if (made) await saveImage(tx, { accountId, webp: made.webp, changedAt: at })
      else await deleteImage(tx, accountId)
      await recordEvent(tx, { at, action: 'user-changed', ...authority, accountId, details: { image: true } })
      return { kind: 'changed' as const }
    })
  }
}

export type ChangeUserImage = ReturnType<typeof createChangeUserImage>

export function createFindUserImage({ db }: { db: Db }) {
  return (accountId: string): Promise<UserImage | undefined> => findImage(db, accountId)
}

export type FindUserImage = ReturnType<typeof createFindUserImage>
