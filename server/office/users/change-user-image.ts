import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { MakePicture, PictureMade } from '../../platform/uploaded-pictures/make-picture.ts'
import type { PictureRule } from '../../platform/uploaded-pictures/picture-rule.ts'
import { deleteImage, findImage, saveImage, type UserImage } from './user-images.store.ts'

export type UserImageChanged =
  | { kind: 'changed' }
  | { kind: 'above-you' }
  | { kind: 'image-too-large' }
  | { kind: 'no-image' }
  | { kind: 'pictures-busy' }

const userImage: PictureRule = {
  mostBytes: 1_000_000,
  sides: { from: 1, to: 8192 },
  output: { kind: 'square', side: 256 },
}

/** The uploaded file. Null removes the image. */
type Command = { accountId: string; file: Buffer | undefined; authority: Authority }
type Needs = { db: Db; clock: Clock; makePicture: MakePicture }

/** Replaces or removes the image of a user. */
export function createChangeUserImage({ db, clock, makePicture }: Needs) {
  return async function changeUserImage({ accountId, file, authority }: Command): Promise<UserImageChanged> {
    const made = file && (await makePicture(file, userImage))
    if (made && made.kind !== 'made') return { kind: refusalOf[made.kind] }
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const at = clock.now()
      if (made) await saveImage(tx, { accountId, webp: made.pictures[0].content, changedAt: at })
      else await deleteImage(tx, accountId)
      await recordEvent(tx, { at, action: 'user-changed', ...authority, accountId, details: { image: true } })
      return { kind: 'changed' as const }
    })
  }
}

const refusalOf = {
  'too-many-bytes': 'image-too-large',
  'wrong-size': 'image-too-large',
  'no-picture': 'no-image',
  busy: 'pictures-busy',
} as const satisfies Record<Exclude<PictureMade['kind'], 'made'>, UserImageChanged['kind']>

export function createFindUserImage({ db }: { db: Db }) {
  return (accountId: string): Promise<UserImage | undefined> => findImage(db, accountId)
}
