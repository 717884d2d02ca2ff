import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { moveOrder } from './move-order.ts'
import { lockLapsing } from './orders.store.ts'

const portion = 200

/** Ends open quotes after their last day, in the organisation's time zone. Two servers may run it together. */
export function createLapseQuotes({ db, clock }: { db: Db; clock: Clock }) {
  async function lapseSome(): Promise<number> {
    return db.transaction().execute(async tx => {
      const { timeZone } = await getOrganisation(tx)
      const at = clock.now()
      const quotes = await lockLapsing(tx, { today: dayIn(timeZone, at), most: portion })
      for (const order of quotes) await moveOrder(tx, { order, status: 'lapsed', at, by: { actor: 'system' } })
      return quotes.length
    })
  }

  return async function lapseQuotes(): Promise<void> {
    while ((await lapseSome()) === portion);
  }
}
