import { signInAdministrator } from './administrator.ts'
import { printFigures } from './figures.ts'
import { startBenchGround } from './ground.ts'
import { benchJudge } from './trade/judge.ts'
import { benchLists } from './trade/lists.ts'
import { benchOrders } from './trade/orders.ts'
import { benchProductImport } from './trade/product-import.ts'
import { benchPull } from './trade/pull.ts'

/**
 * Benchmarks a firm with 50,000 products, 5,000 retailers and a million orders. Beside each figure is a bare statement in
 * the same run, so that the ratio holds on a slow or busy machine too.
 */
export async function benchTrade(): Promise<void> {
  const ground = await startBenchGround({ count: 1 })
  try {
    const admin = await signInAdministrator(ground)
    printFigures('Import of 50,000 products', await benchProductImport(ground, admin))
    printFigures('The list of 50,000 products', await benchLists(ground, admin))
    printFigures('An order of 500 lines', await benchJudge(ground))
    printFigures('The first download of 50,000 products', await benchPull(ground))
    printFigures('The list of a million orders', await benchOrders(ground, admin))
  } finally {
    await ground.stop()
  }
}
