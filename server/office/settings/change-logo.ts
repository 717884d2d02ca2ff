import { createHash } from 'node:crypto'
import { lockOrganisation, saveLogo, saveOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { MakePicture, PictureMade } from '../../platform/uploaded-pictures/make-picture.ts'
import type { PictureRule } from '../../platform/uploaded-pictures/picture-rule.ts'

export type LogoChanged = {
  kind: 'changed' | 'logo-too-large' | 'logo-wrong-size' | 'no-image' | 'pictures-busy'
}

const logo: PictureRule = { mostBytes: 96 * 1024, sides: { from: 16, to: 1024 }, output: { kind: 'whole' } }
/** The largest logo that the database accepts. */
const mostKeptBytes = 128 * 1024

type Command = { image: Buffer; authority: Authority }
type Needs = { db: Db; clock: Clock; makePicture: MakePicture }

/** Replaces the product's mark with the organisation's logo. The picture is re-encoded before it is stored. */
export function createChangeLogo({ db, clock, makePicture }: Needs) {
  return async function changeLogo({ image, authority }: Command): Promise<LogoChanged> {
    const made = await makePicture(image, logo)
    if (made.kind !== 'made') return { kind: refusalOf[made.kind] }
    const [{ content, width, height }] = made.pictures
    if (content.length > mostKeptBytes) return { kind: 'logo-too-large' }
    const contentHash = createHash('sha256').update(content).digest('hex').slice(0, 32)
    return db.transaction().execute(async tx => {
      await saveOrganisation(tx, await lockOrganisation(tx))
      await saveLogo(tx, { content, mediaType: 'image/webp', contentHash, width, height })
      await recordEvent(tx, {
        at: clock.now(),
        action: 'organisation-changed',
        ...authority,
        details: { fields: 'logo' },
      })
      return { kind: 'changed' as const }
    })
  }
}

const refusalOf = {
  'too-many-bytes': 'logo-too-large',
  'wrong-size': 'logo-wrong-size',
  'no-picture': 'no-image',
  busy: 'pictures-busy',
} as const satisfies Record<Exclude<PictureMade['kind'], 'made'>, LogoChanged['kind']>
