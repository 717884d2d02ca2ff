import { nextRows } from '../../server/rep-app/sync/pull.query.ts'
import type { Figure } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { beside } from './beside.ts'

const span = { below: '999999999', toldFrom: '0', most: 5000 }

/** Reads all products as a first pull does, in pages, beside one statement over the table. */
export async function benchPull({ db, pool }: BenchGround): Promise<Figure[]> {
  const scope = { accountId: '00000000-0000-0000-0000-000000000000', territoryIds: [], priceListIds: [] }
  const pull = async () => {
    let from = { stamp: '0', id: scope.accountId }
    for (let rows = 1; rows > 0; ) {
      const page = await nextRows(
        'products',
        { ...scope, ordersSince: new Date(0), salesSince: '2000-01' },
        { ...span, ...from },
      ).execute(db)
      const last = page.rows.at(-1)
      if (last) from = { stamp: last.changed_in, id: last.id }
      rows = page.rows.length
    }
  }
  const bare = () => pool.query('select to_json(p)::text from products p')
  return beside({ name: 'all pages at the server', ours: pull, bare })
}
