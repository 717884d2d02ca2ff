import { rowResults, rowsOf } from '../../../shared/contract/integration.ts'
import { contactToWrite, retailerToWrite } from '../../../shared/contract/people-rows.ts'
import type { ModuleName } from '../../../shared/contract/rights.ts'
import {
  categoryToWrite,
  listPriceToWrite,
  productToWrite,
  retailerPriceToWrite,
  targetToWrite,
  visitToWrite,
} from '../../../shared/contract/trade-rows.ts'
import { refusals, refuse, systemOf } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { IntegrationActions } from './integration.actions.ts'
import type { RowCollection } from './write-rows.ts'

/** A thousand rows with long texts. */
const bodyLimit = 8 * 1024 * 1024

type Shape = Parameters<typeof rowsOf>[0]
type Endpoint = { right: ModuleName; shape: Shape; summary: string }

/** The key of each collection is in its summary. Rights are the modules of the admin site. */
const endpoints: Record<RowCollection, Endpoint> = {
  products: { right: 'products', shape: productToWrite, summary: 'Add and change products by their code' },
  categories: { right: 'products', shape: categoryToWrite, summary: 'Add and change categories by their path' },
  'price-lists': {
    right: 'products',
    shape: listPriceToWrite,
    summary: 'Add and change rows of price lists by list, product code, minimum quantity and first day',
  },
  prices: {
    right: 'products',
    shape: retailerPriceToWrite,
    summary: 'Add and change prices of retailers by account number, product code, minimum quantity and first day',
  },
  retailers: { right: 'retailers', shape: retailerToWrite, summary: 'Add and change retailers by account number' },
  contacts: { right: 'retailers', shape: contactToWrite, summary: 'Add and change contacts by username' },
  targets: { right: 'orders', shape: targetToWrite, summary: 'Add and change targets by username and month' },
  visits: { right: 'orders', shape: visitToWrite, summary: 'Add and change visits by reference' },
}

/** What other systems write: at most a thousand rows a call, each judged on its own. */
export function rowsRoutes(api: Http, { writeRows }: Pick<IntegrationActions, 'writeRows'>): void {
  for (const [name, { right, shape, summary }] of Object.entries(endpoints)) {
    const collection = name as RowCollection
    const schema = { summary, body: rowsOf(shape), response: { 200: rowResults, ...refusals } }
    api.put(
      `/v1/${collection}`,
      {
        config: { right: { service: right, access: 'write' }, judgesItems: true },
        schema: { ...schema, security: [{ serviceToken: [] }] },
        bodyLimit,
      },
      async (request, reply) => {
        const written = await writeRows(systemOf(request), { collection, rows: request.body.rows })
        return written.kind === 'written' ? { results: written.results } : refuse(reply, written.kind)
      },
    )
  }
}
