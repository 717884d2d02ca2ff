import { loadavg } from 'node:os'
import { signInAdministrator } from './administrator.ts'
import { type Figure, printFigures } from './figures.ts'
import { startBenchGround } from './ground.ts'
import { benchJudge } from './trade/judge.ts'
import { benchLists } from './trade/lists.ts'
import { benchOrders } from './trade/orders.ts'
import { benchProductImport } from './trade/product-import.ts'
import { benchPull } from './trade/pull.ts'

/**
 * Benchmarks a firm with 5,000 retailers, a million orders and 50,000 products, or with as many as the two numbers say.
 * Beside each figure is a bare statement in the same run, so that the ratio holds on a slow or busy machine too.
 */
export async function benchTrade([orders = 1_000_000, products = 50_000]: readonly number[]): Promise<void> {
  const ground = await startBenchGround({ count: 1 })
  const [many, most] = [products, orders].map(count => count.toLocaleString('en'))
  try {
    const admin = await signInAdministrator(ground)
    print(`Import of ${many} products`, await benchProductImport(ground, admin, products))
    print(`The list of ${many} products`, await benchLists(ground, admin))
    print('An order of 500 lines', await benchJudge(ground))
    print(`The list of ${most} orders`, await benchOrders(ground, admin, orders))
    print(`The first download of ${many} products`, await benchPull(ground, admin))
  } finally {
    await ground.stop()
  }
}

/** With the load of the machine: more than its processors says that others share them. */
const print = (title: string, figures: readonly Figure[]) =>
  printFigures(`${title} (load average ${loadavg()[0]?.toFixed(1)})`, figures)
