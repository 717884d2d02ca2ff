import { randomBytes } from 'node:crypto'
import { nextRows } from '../../server/rep-app/sync/pull.query.ts'
import type { Visitor } from '../../tests/support/servers/visitor.ts'
import type { Figure } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { beside, clock } from './beside.ts'

const span = { below: '999999999', toldFrom: '0', most: 5000 }
const pictures = 500
const atOnce = 6
/** A product on a list, and the large size that no list shows. */
const [smallBytes, largeBytes] = [4000, 90_000]

/**
 * Reads all products as a first pull does, in pages, beside one statement over the table: without pictures, and with one
 * for each product. The pictures themselves are downloaded by their addresses.
 */
export async function benchPull(ground: BenchGround, admin: Visitor): Promise<Figure[]> {
  const without = await benchPages(ground, 'all pages at the server, pictures off')
  await addPictures(ground)
  const pages = await benchPages(ground, 'all pages at the server, pictures on')
  return [...without, ...pages, await benchDownloads(ground, admin)]
}

async function benchPages({ db, pool }: BenchGround, name: string): Promise<Figure[]> {
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
  return beside({ name, ours: pull, bare, times: 5 })
}

/** Without triggers: only the row of a product that names its picture matters here. */
async function addPictures({ pool }: BenchGround): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(
    `insert into product_pictures (product_id, place, content_hash, source_hash, width, height, small, medium, large)
     select p.id, 1, md5(p.id::text), $1, 600, 600, case when n <= $2 then $3::bytea else '' end, '',
       case when n <= $2 then $4::bytea else '' end
     from (select id, row_number() over (order by code) as n from products) p`,
    [randomBytes(32), pictures, randomBytes(smallBytes), randomBytes(largeBytes)],
  )
  await client.query('update products set has_picture = true')
  await client.query('commit')
  client.release()
  await pool.query('vacuum analyze products, product_pictures')
}

async function benchDownloads({ pool }: BenchGround, admin: Visitor): Promise<Figure> {
  const { rows } = await pool.query(
    `select content_hash as hash from product_pictures where length(small) > 0 order by content_hash`,
  )
  const waiting = rows.map(({ hash }) => hash)
  const bareMs = await clock(async () => {
    for (const hash of waiting) await pool.query('select small from product_pictures where content_hash = $1', [hash])
  })
  const ms = await clock(() => Promise.all(Array.from({ length: atOnce }, () => downloadAll(admin, waiting))))
  const [rate, bareRate] = [Math.round((rows.length * 1000) / ms), Math.round((rows.length * 1000) / bareMs)]
  const value = `${rate} pictures/s, bare statements ${bareRate}/s`
  return { name: `${rows.length} small pictures, ${atOnce} at a time`, value, aim: '-', isReached: true }
}

async function downloadAll(admin: Visitor, waiting: string[]): Promise<void> {
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const { status } = await admin.get(`/api/pictures/${hash}/small`)
    if (status !== 200) throw new Error(`A picture was answered with ${status}`)
  }
}
