import type { Readable } from 'node:stream'
import type { OrderDetails } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import type { Organisation } from '../../people/organisation/organisation.store.ts'
import { rule, type Words, writeLines } from './pdf-lines.ts'
import { createPaper, inks, numberPages, type Paper, printable } from './pdf-paper.ts'

type OrderDocument = {
  order: OrderDetails
  organisation: Organisation
  /** As a PNG. */
  logo: Buffer | undefined
  at: Date
}

const kinds = { order: 'Order', quote: 'Quote', return: 'Return' } as const

export const titleOf = ({ kind, number }: Pick<OrderDetails, 'kind' | 'number'>) => `${kinds[kind]} ${number}`

/** Draws an order, a quote or a return as a PDF on A4, with text that can be selected and searched. */
export function drawOrder({ order, organisation, logo, at }: OrderDocument): Readable {
  const title = titleOf(order)
  const paper = createPaper({ title, author: organisation.name, colour: organisation.colour, at })
  numberPages(paper, printable(`${organisation.name} · ${title}`))
  const words: Words = {
    money: cents => moneyFormat(order.currency).format(cents / 100),
    rate: basisPoints => `${basisPoints / 100} %`,
  }
  writeHead(paper, { organisation, logo, title })
  writeFacts(paper, order, organisation)
  writeLines(paper, order.lines, words)
  writeTotals(paper, order, words)
  writeNotes(paper, order)
  paper.doc.end()
  return paper.doc as unknown as Readable
}

const moneyFormat = (currency: string) => new Intl.NumberFormat('en-GB', { style: 'currency', currency })

type Head = { organisation: Organisation; logo: Buffer | undefined; title: string }
const logoBox: [number, number] = [150, 44]

function writeHead({ doc, left, width, accent }: Paper, { organisation, logo, title }: Head): void {
  const { y } = doc
  if (logo) doc.image(logo, left, y, { fit: logoBox })
  doc.font('bold').fontSize(12).fillColor(inks.text)
  doc.text(printable(organisation.name), left + 160, y, { width: width - 160, align: 'right' })
  doc.font('regular').fontSize(9).fillColor(inks.quiet)
  doc.text(printable(organisation.contactLine), { width: width - 160, align: 'right' })
  doc.y = Math.max(doc.y, y + logoBox[1]) + 18
  doc.font('bold').fontSize(20).fillColor(accent).text(title, left, doc.y, { width })
  doc.moveDown(0.4)
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`))

function writeFacts({ doc, left, width }: Paper, order: OrderDetails, { timeZone }: Organisation): void {
  const facts: [string, string | null][] = [
    ['Customer', `${order.retailer.name} (${order.accountNumber})`],
    ['Contact', order.contact?.name ?? null],
    ['Your order number', order.purchaseOrder || null],
    ['Date', dayWords(dayIn(timeZone, new Date(order.capturedAt)))],
    ['Valid until', order.validUntil && dayWords(order.validUntil)],
    ['Requested day', order.requestedDay && dayWords(order.requestedDay)],
    ['Ordered by', order.by.name],
    ['From quote', order.quote?.number ?? null],
  ]
  for (const [name, fact] of facts) {
    if (fact === null) continue
    const { y } = doc
    doc.font('regular').fontSize(10).fillColor(inks.quiet).text(name, left, y, { width: 100 })
    doc.fillColor(inks.text).text(printable(fact), left + 105, y, { width: width - 105 })
  }
  doc.x = left
  doc.moveDown(1.2)
}

function writeTotals(paper: Paper, { totals }: OrderDetails, { money, rate }: Words): void {
  const { doc, left, width, bottom } = paper
  const rows = [
    ['Net', totals.netCents],
    ...totals.taxes.map(({ basisPoints, taxCents }) => [`Tax ${rate(basisPoints)}`, taxCents] as const),
    ['Gross', totals.grossCents],
  ] as const
  const rowHeight = 16
  if (doc.y + rows.length * rowHeight > bottom) doc.addPage()
  rule(paper, inks.line)
  for (const [name, cents] of rows) {
    const { y } = doc
    doc
      .font(name === 'Gross' ? 'bold' : 'regular')
      .fontSize(10)
      .fillColor(inks.text)
    doc.text(name, left + width - 220, y, { width: 100 })
    doc.text(money(cents), left + width - 120, y, { width: 114, align: 'right' })
    doc.y = y + rowHeight
  }
}

function writeNotes({ doc, left, width }: Paper, { note, customerNote }: OrderDetails): void {
  const notes = [
    ['Note', note],
    ['From us to you', customerNote],
  ] as const
  for (const [name, text] of notes) {
    if (text === '') continue
    doc.moveDown(1)
    doc.font('bold').fontSize(10).fillColor(inks.text).text(name, left, doc.y, { width })
    doc.font('regular').text(printable(text), { width })
  }
}
