import type { OrderDetails } from '../../../shared/contract/orders.ts'
import { inks, type Paper, printable } from './pdf-paper.ts'

type Line = OrderDetails['lines'][number]
export type Words = { money: (cents: number) => string; rate: (basisPoints: number) => string }

type Column = {
  name: string
  width: number
  align: 'left' | 'right'
  textOf: (line: Line, words: Words, place: number) => string
}

/** The name of the product gets the rest of the width. */
const columns: readonly Column[] = [
  { name: '', width: 26, align: 'right', textOf: (_, __, place) => String(place + 1) },
  { name: 'Code', width: 62, align: 'left', textOf: ({ product }) => product },
  { name: 'Product', width: 0, align: 'left', textOf: ({ name }) => name },
  { name: 'Quantity', width: 80, align: 'right', textOf: ({ quantity, unit }) => `${quantity} × ${unit}` },
  { name: 'Price', width: 60, align: 'right', textOf: ({ priceCents }, { money }) => money(priceCents) },
  { name: 'Tax', width: 36, align: 'right', textOf: ({ taxBasisPoints }, { rate }) => rate(taxBasisPoints) },
  { name: 'Net', width: 68, align: 'right', textOf: ({ netCents }, { money }) => money(netCents) },
]
const gap = 6
const rowGap = 5

/** Writes the lines as a table, whose head is repeated on every page. No line is cut by the end of a page. */
export function writeLines(paper: Paper, lines: readonly Line[], words: Words): void {
  const { doc, bottom } = paper
  const widths = columns.map(({ width }) => width || paper.width - columns.reduce((sum, one) => sum + one.width, 0))
  const heightOf = (texts: readonly string[]) =>
    Math.max(...texts.map((text, at) => doc.heightOfString(text, { width: (widths[at] ?? 0) - gap })))

  const writeRow = (texts: readonly string[]) => {
    const height = heightOf(texts)
    const { y } = doc
    let x = paper.left
    for (const [at, text] of texts.entries()) {
      const width = widths[at] ?? 0
      doc.text(text, x, y, { width: width - gap, align: columns[at]?.align ?? 'left' })
      x += width
    }
    doc.y = y + height + rowGap
  }
  const writeHead = () => {
    doc.font('bold').fontSize(8.5).fillColor(paper.accent)
    writeRow(columns.map(({ name }) => name))
    rule(paper, paper.accent)
    doc.font('regular').fontSize(9).fillColor(inks.text)
  }

  writeHead()
  for (const [place, line] of lines.entries()) {
    const texts = columns.map(({ textOf }) => printable(textOf(line, words, place)))
    if (doc.y + heightOf(texts) > bottom) {
      doc.addPage()
      writeHead()
    }
    writeRow(texts)
  }
}

export function rule({ doc, left, width }: Paper, colour: string): void {
  const y = doc.y - rowGap / 2
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.7)
    .strokeColor(colour)
    .stroke()
  doc.y += rowGap / 2
}
