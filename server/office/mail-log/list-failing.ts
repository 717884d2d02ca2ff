import type { FailingList } from '../../../shared/contract/mail.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listFailingRows } from './mail-log.query.ts'
import { accountOf } from './message-view.ts'

/** As many as a person goes through by hand; more of them have one cause, and the filter of the users lists them all. */
const mostShown = 50

/** The addresses that mail comes back from, and whose they are. */
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
