import { feedQuery, orderFeed, orderId, statusChange, statusChanged } from '../../../shared/contract/integration.ts'
import { refusals, refuse, systemOf } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { IntegrationActions } from './integration.actions.ts'
import { rowsRoutes } from './rows.routes.ts'

const security = [{ serviceToken: [] }]

/** What other systems call. Their bearer token takes the place of a session, and no cookie is read. */
export function integrationRoutes(api: Http, needs: IntegrationActions): void {
  rowsRoutes(api, needs)
  const reading = {
    summary: 'Read orders by their last change, without skipping any',
    querystring: feedQuery,
    response: { 200: orderFeed, ...refusals },
    security,
  }
  api.get(
    '/v1/orders',
    { config: { right: { service: 'orders', access: 'read' } }, schema: reading },
    async (request, reply) => {
      const { after, limit } = request.query
      const read = await needs.readOrderFeed({ after, limit })
      return read.kind === 'page' ? { orders: read.orders, cursor: read.cursor } : refuse(reply, read.kind)
    },
  )

  const changing = {
    summary: 'Change the status of an order',
    params: orderId,
    body: statusChange,
    response: { 200: statusChanged, ...refusals },
    security,
  }
  api.put(
    '/v1/orders/:id/status',
    { config: { right: { service: 'orders', access: 'write' } }, schema: changing },
    async (request, reply) => {
      const set = await needs.setOrderStatus(systemOf(request), { id: request.params.id, ...request.body })
      return set.kind === 'done' ? { outcome: set.outcome, status: set.status } : refuse(reply, set.kind)
    },
  )
}
