import type { z } from 'zod'
import { setFlash } from '../../platform/http/flash.ts'
import type { Http } from '../../platform/http/http.ts'
import type { TypedRow } from './answer-rows.ts'
import { mostLines } from './put-in-basket.ts'
import { quickOrderPage } from './quick-order.pages.ts'
import { type ReadRows, readFileRows, readPastedRows } from './read-rows.ts'
import type { ShopActions } from './shop.actions.ts'
import { quickOrderForm } from './shop.forms.ts'
import type { ShopDoor } from './shop-door.routes.ts'
import { countWords } from './shop-words.ts'

/** Five thousand pasted rows arrive, and are told that they are too many. */
const bodyLimit = 1024 * 1024

export function quickOrderRoutes(app: Http, { asBuyer }: ShopDoor, needs: ShopActions): void {
  app.get('/shop/quick-order', (request, reply) =>
    asBuyer(request, reply, ({ showPage }) => showPage(quickOrderPage({ rows: [] }))),
  )

  app.post('/shop/quick-order', { bodyLimit, schema: { body: quickOrderForm } }, (request, reply) =>
    asBuyer(request, reply, async ({ contact, showPage }) => {
      const { pasted, next, use } = request.body
      const read = readPastedRows(pasted)
      const typed = rowsIn(request.body)
      if (read.kind === 'refused' || typed.length + read.rows.length > mostLines) {
        reply.code(422)
        const problem = read.kind === 'refused' ? read.text : `Send at most ${mostLines} rows at a time.`
        return showPage(quickOrderPage({ rows: typed, pasted, problem }))
      }
      const rows = [...typed, ...read.rows]
      if (use !== undefined || next === 'check') return showPage(quickOrderPage({ rows: await answered(rows, use) }))
      const { added, left } = await needs.quickOrder(contact, rows)
      if (left.length > 0) {
        reply.code(422)
        return showPage(quickOrderPage({ rows: left, added }))
      }
      if (added === 0) return reply.redirect('/shop/quick-order', 303)
      setFlash(reply, { code: 'quick-order-added', about: addedWords(added, rows.length) })
      return reply.redirect('/shop/basket', 303)
    }),
  )

  /** Replaces codes by the offered ones, where the contact said so. */
  async function answered(rows: readonly TypedRow[], use: string | undefined) {
    const first = await needs.answerRows(rows)
    if (use === undefined) return first
    const chosen = first.map(({ answer, ...row }, place) =>
      answer.kind === 'offered' && (use === 'all' || use === String(place)) ? { ...row, code: answer.code } : row,
    )
    return needs.answerRows(chosen)
  }

  app.register(async files => {
    files.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit },
      async (_: unknown, body: unknown) => body,
    )
    files.post('/shop/quick-order/file', (request, reply) =>
      asBuyer(request, reply, async ({ showPage }) => {
        const read = await readUpload(request.body, request.headers['content-type'])
        if (read.kind === 'rows' && read.rows.length > 0)
          return showPage(quickOrderPage({ rows: await needs.answerRows(read.rows) }))
        reply.code(422)
        return showPage(
          quickOrderPage({ rows: [], problem: read.kind === 'refused' ? read.text : 'This file has no rows.' }),
        )
      }),
    )
  })
}

/** The platform's own reader of forms. It refuses a body that is none. */
async function readUpload(body: unknown, type: string | undefined): Promise<ReadRows> {
  if (!Buffer.isBuffer(body) || type === undefined) return unreadable
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('file')
  return file instanceof File ? readFileRows(Buffer.from(await file.arrayBuffer())) : unreadable
}

const unreadable: ReadRows = { kind: 'refused', text: 'No file arrived. Choose it again.' }

const addedWords = (products: number, rows: number) =>
  products === rows
    ? `${countWords(products, 'product is', 'products are')} in your basket`
    : `${countWords(products, 'product is', 'products are')} in your basket from ${rows} rows: equal codes were added up`

function rowsIn(body: z.infer<typeof quickOrderForm>): TypedRow[] {
  const fields: Record<string, unknown> = body
  const textOf = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '')
  const places = Array.from({ length: mostLines + 20 }, (_, place) => place)
  return places
    .map(place => ({ code: textOf(`code-${place}`), quantity: textOf(`quantity-${place}`) }))
    .filter(({ code, quantity }) => code + quantity !== '')
}
