import type { FailingList } from '../../../shared/contract/mail.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listFailingRows } from './mail-log.query.ts'
import { accountOf } from './message-view.ts'

/** Enough to go through by hand. A longer list has one cause, and the filter on Users shows all of it. */
const mostShown = 50

/** Lists the addresses that mail bounces from, with their accounts. */
export function createListFailing({ db }: { db: Db }) {
  return async function listFailing(): Promise<FailingList> {
    const rows = await listFailingRows(db, mostShown + 1)
    const byAddress = [...Map.groupBy(rows, ({ address }) => address)]
    const failing = byAddress.slice(0, mostShown).map(([address, [first, ...others]]) => ({
      address,
      since: first?.since.toISOString() ?? '',
      why: first?.why ?? '',
      accounts: [first, ...others].flatMap(row => (row && accountOf(row)) ?? []),
    }))
    return { failing, hasMore: byAddress.length > mostShown }
  }
}
