import { readFileSync, writeFileSync } from 'node:fs'
import type { Visitor } from '../../tests/support/servers/visitor.ts'
import { lookAgainAndAgain, order, untilState } from '../administrator.ts'
import { createBrowser } from '../browser.ts'
import { type Figure, percentile } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { clock } from './beside.ts'

const path = '/api/imports/products'

const figure = (name: string, value: string): Figure => ({ name, value, aim: '-', isReached: true })
const aimed = (name: string, value: string, aim: string, isReached: boolean): Figure => ({
  name,
  value,
  aim,
  isReached,
})

/** From the upload to the last row, what it does to other requests, and how long a device waits for its rows. */
export async function benchProductImport(ground: BenchGround, admin: Visitor, rows: number): Promise<Figure[]> {
  const bareMs = await clock(() => loadBare(ground, rows))
  resetPeak(ground.serverPid)
  const memoryBefore = memoryOf(ground.serverPid, 'VmRSS')
  const onlooker = createBrowser(ground.url, '10.2.0.1')
  const waits: number[] = []
  const held: number[] = []
  let isOver = false
  const looking = Promise.all([
    lookAgainAndAgain(onlooker, waits, () => isOver),
    watchHorizon(ground, held, () => isOver),
  ])
  const times = await importProducts(admin, rows)
  isOver = true
  await looking
  onlooker.close()
  const grown = memoryOf(ground.serverPid, 'VmHWM') - memoryBefore
  const [page, longest] = [percentile(waits, 0.95), Math.max(...held)]
  const total = times.upload + times.check + times.run
  const rate = (ms: number) => `${Math.round((rows * 1000) / ms)} rows/s`
  return [
    figure('bare insert of the same rows', rate(bareMs)),
    figure('read and kept', rate(times.upload)),
    figure('checked', rate(times.check)),
    figure('imported, with the second check', `${rate(times.run)}, ratio to bare ${(times.run / bareMs).toFixed(1)}`),
    aimed('all of it', `${(total / 1000).toFixed(1)} s`, 'under 120 s', total < 120_000),
    aimed('a page meanwhile, 95th percentile', `${page.toFixed(0)} ms`, 'under 250 ms', page < 250),
    aimed('a device waits for its rows at most', `${longest.toFixed(0)} ms`, 'under 2000 ms', longest < 2000),
    aimed('memory of the server above its start', `${grown.toFixed(0)} MB`, 'under 150 MB', grown < 150),
  ]
}

async function importProducts(admin: Visitor, rows: number) {
  let id = ''
  const upload = await clock(async () => {
    ;({ id } = await order(admin.postFile(`${path}?fileName=bench.csv`, file(rows))))
  })
  const { columns } = await order(admin.get(`${path}/${id}`))
  const fields = columns.map(({ field }: { field: string | null }) => field)
  const settings = { existing: 'update', territories: 'refuse', userType: 'device' }
  const check = await clock(async () => {
    await order(admin.postJson(`${path}/${id}/check`, { fields, ...settings }))
    await untilState(admin, `${path}/${id}`, 'checked')
  })
  const run = await clock(async () => {
    await order(admin.postJson(`${path}/${id}/run`, { scope: 'all', invitations: 'later' }))
    await untilState(admin, `${path}/${id}`, 'done')
  })
  return { upload, check, run }
}

function file(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const category = `Group ${n % 20} > Shelf ${n % 200}`
    return `B${String(n).padStart(5, '0')},"Barley ""No. ${n}""",${category},case,12,${4_000_000_000_000 + n},${n % 900}.50`
  })
  return ['Product code,Product name,Category,Unit,Pack size,Barcode,Price', ...lines].join('\r\n')
}

/** The same columns in one statement, into the same table with its triggers, and rolled back. */
async function loadBare({ pool }: BenchGround, rows: number): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query(
    `insert into products (code, name, unit, pack_size, barcode, price_cents)
     select 'B' || n, 'Barley No. ' || n, 'case', 12, 4000000000000 + n, (n % 900) * 100 + 50 from generate_series(1, $1::int) n`,
    [rows],
  )
  await client.query('rollback')
  client.release()
}

/** How long the oldest writing transaction has been running: a device gets no row that is written after it began. */
async function watchHorizon({ pool }: BenchGround, into: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { rows } = await pool.query(
      `select coalesce(max(extract(epoch from clock_timestamp() - xact_start) * 1000), 0)::float8 as ms
       from pg_stat_activity where backend_xid is not null`,
    )
    into.push(rows[0].ms)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Linux forgets the peak, so that the import alone is measured. */
function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
