import { refreshStatistics } from '../../server/platform/database/refresh-statistics.ts'
import type { Visitor } from '../../tests/support/servers/visitor.ts'
import { order } from '../administrator.ts'
import type { Figure } from '../figures.ts'
import type { BenchGround } from '../ground.ts'
import { beside } from './beside.ts'

const questions = {
  'one code': ['search=B41234', `code = 'B41234'`],
  'a rare part of a name': ['search=no.+4123', `name like '%No. 4123%'`],
  'what all have': ['search=barley', `name like '%Barley%'`],
  'no match': ['search=nothingatall', `name like '%nothingatall%'`],
  'the hundredth page': ['page=100', 'true'],
} as const

/** Searches products as the admin site does, beside a statement that returns the same number of rows. */
export async function benchLists({ db, pool }: BenchGround, admin: Visitor): Promise<Figure[]> {
  await refreshStatistics(db)
  const figures: Figure[] = []
  for (const [name, [question, where]] of Object.entries(questions)) {
    const ours = () => order(admin.get(`/api/products?${question}`))
    const bare = () => pool.query(`select * from products where ${where} order by name, id limit 20`)
    figures.push(...(await beside({ name, ours, bare, most: 100 })))
  }
  return figures
}
