import type { Readable } from 'node:stream'
import type { BaseLogger } from 'pino'
import { findLogoContent, getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { createConvertToPng } from '../../platform/uploaded-pictures/convert-to-png.ts'
import { drawOrder, titleOf } from './draw-order.ts'
import { createReadOrder } from './read-order.ts'

type PrintedOrder = { fileName: string; content: Readable }

export type PrintNeeds = { db: Db; clock: Clock; log: Pick<BaseLogger, 'warn'> }

/** Draws one order as a PDF with the organisation's name, logo and colour. Undefined if there is none. */
export function createPrintOrder({ db, clock, log }: PrintNeeds) {
  const readOrder = createReadOrder({ db, clock })
  const convertToPng = createConvertToPng({ log })

  return async function printOrder(id: string): Promise<PrintedOrder | undefined> {
    const [order, organisation] = await Promise.all([readOrder(id), getOrganisation(db)])
    if (!order) return undefined
    const contentHash = organisation.logo?.contentHash
    const stored = contentHash === undefined ? undefined : await findLogoContent(db, contentHash)
    const logo = stored && contentHash ? await convertToPng({ contentHash, content: stored }) : undefined
    const content = drawOrder({ order, organisation, logo, at: clock.now() })
    return { fileName: `${titleOf(order).replace(' ', '-')}.pdf`, content }
  }
}
