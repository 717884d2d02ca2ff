import { Readable } from 'node:stream'
import { orderId } from '../../../shared/contract/integration.ts'
import {
  choices,
  choicesQuery,
  customerNoteBody,
  notePage,
  noteQuery,
  orderAnswer,
  orderFile,
  orderFilter,
  orderPage,
  orderPdf,
  orderQuery,
  ordersStatusAnswer,
  ordersStatusBody,
  quoteCheck,
  quoteOrderBody,
  quoteOrdered,
} from '../../../shared/contract/orders.ts'
import { done } from '../../../shared/contract/users.ts'
import { authorityOf, refusals, refuse } from '../../platform/api/admin-api.routes.ts'
import type { Http } from '../../platform/http/http.ts'
import type { OrderActions } from './orders.actions.ts'

type Needs = OrderActions

const config = { right: { module: 'orders', access: 'read' } } as const
const mayWrite = { right: { module: 'orders', access: 'write' } } as const

/** Routes for the orders, quotes and returns that reps and contacts sent. */
export function ordersRoutes(api: Http, needs: Needs): void {
  const listing = { summary: 'Find orders, newest first', querystring: orderQuery }
  api.get('/orders', { config, schema: { ...listing, response: { 200: orderPage, ...refusals } } }, request =>
    needs.listOrders(request.query),
  )

  const choosing = {
    summary: 'Find the reps or retailers to filter orders by',
    querystring: choicesQuery,
    response: { 200: choices, ...refusals },
  }
  api.get('/orders/choices', { config, schema: choosing }, request => needs.findOrderChoices(request.query))

  const reading = { summary: 'Read an order with its lines, totals and history', params: orderId }
  api.get(
    '/orders/:id',
    { config, schema: { ...reading, response: { 200: orderAnswer, ...refusals } } },
    async (request, reply) => (await needs.readOrder(request.params.id)) ?? refuse(reply, 'unknown-order'),
  )

  const noting = { summary: 'List the notes of reps, newest first', querystring: noteQuery }
  api.get('/notes', { config, schema: { ...noting, response: { 200: notePage, ...refusals } } }, request =>
    needs.listNotes(request.query),
  )
  fileRoutes(api, needs)
  writingRoutes(api, needs)
  quoteRoutes(api, needs)
}

function fileRoutes(api: Http, needs: Needs): void {
  const printing = {
    summary: 'Download an order as a PDF',
    params: orderId,
    produces: ['application/pdf'],
    response: { 200: orderPdf, ...refusals },
  }
  api.get('/orders/:id/pdf', { config, schema: printing }, async (request, reply) => {
    const printed = await needs.printOrder(request.params.id)
    if (!printed) return refuse(reply, 'unknown-order')
    const disposition = `inline; filename="${printed.fileName}"`
    // The schema says text, which is streamed here.
    return reply
      .type('application/pdf')
      .header('content-disposition', disposition)
      .send(printed.content as never)
  })

  // A command, not a query: the download itself is recorded in the audit.
  const exporting = {
    summary: 'Download the orders of a search, one row for each line',
    body: orderFilter,
    produces: ['text/csv'],
    response: { 200: orderFile, ...refusals },
  }
  api.post('/orders/export', { config, schema: exporting }, async (request, reply) => {
    const lines = await needs.exportOrders({ filter: request.body, authority: authorityOf(request) })
    // The schema says text, which is streamed here.
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="orders.csv"')
      .send(Readable.from(lines) as never)
  })
}

function writingRoutes(api: Http, needs: Needs): void {
  const changing = {
    summary: 'Give orders a status; each gets its own answer',
    body: ordersStatusBody,
    response: { 200: ordersStatusAnswer, ...refusals },
  }
  api.post('/orders/status', { config: mayWrite, schema: changing }, request =>
    needs.setStatuses({ ...request.body, authority: authorityOf(request) }),
  )

  const writing = { summary: 'Write the note to the customer', params: orderId, body: customerNoteBody }
  api.post(
    '/orders/:id/note',
    { config: mayWrite, schema: { ...writing, response: { 200: done, ...refusals } } },
    async (request, reply) => {
      const { id } = request.params
      const { kind } = await needs.writeCustomerNote({ id, ...request.body, authority: authorityOf(request) })
      return kind === 'written' ? { kind, text: 'The note is saved.' } : refuse(reply, 'unknown-order')
    },
  )
}

function quoteRoutes(api: Http, needs: Needs): void {
  const checking = { summary: 'Check what a quote costs as an order of today', params: orderId }
  api.get(
    '/orders/:id/price-check',
    { config, schema: { ...checking, response: { 200: quoteCheck, ...refusals } } },
    async (request, reply) => (await needs.checkQuote(request.params.id)) ?? refuse(reply, 'unknown-order'),
  )

  const ordering = { summary: 'Turn an open quote into an order', params: orderId, body: quoteOrderBody }
  api.post(
    '/orders/:id/order',
    { config: mayWrite, schema: { ...ordering, response: { 200: quoteOrdered, ...refusals } } },
    async (request, reply) => {
      const { id } = request.params
      const ordered = await needs.orderFromQuote({ id, ...request.body, authority: authorityOf(request) })
      if (ordered.kind === 'ordered') return ordered
      return refuse(reply, ordered.kind === 'no-such-order' ? 'unknown-order' : ordered.kind)
    },
  )
}
