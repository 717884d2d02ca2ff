import { createHash } from 'node:crypto'
import { lockOrganisation, saveLogo, saveOrganisation } from '../accounts/organisation.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Authority } from '../roles/authority.ts'
import { largestLogo, type PngRead, readPng } from './read-png.ts'

export type LogoChanged = { kind: 'changed' } | { kind: 'too-large' } | Exclude<PngRead, { kind: 'read' }>

type Order = { image: Buffer; authority: Authority }

/** Puts the organisation's logo in place of the product's mark. It is checked whole before it is kept. */
export function createChangeLogo({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeLogo({ image, authority }: Order): Promise<LogoChanged> {
    if (image.length > largestLogo) return { kind: 'too-large' }
    const read = readPng(image)
    if (read.kind !== 'read') return read
    const contentHash = createHash('sha256').update(read.png.content).digest('hex').slice(0, 32)
    return db.transaction().execute(async tx => {
      await saveOrganisation(tx, await lockOrganisation(tx))
      await saveLogo(tx, { ...read.png, contentHash })
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

export type ChangeLogo = ReturnType<typeof createChangeLogo>
