import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { accentsOf, ownAccents } from '../../../shared/colour/accents.ts'
import { isColour } from '../../../shared/colour/contrast.ts'
import { tokens } from '../../../shared/colour/tokens.ts'

/** Paper is always light. */
export const inks = { text: tokens.light.ink, quiet: tokens.light.quiet, line: tokens.light.line }

const readFont = (address: string) => readFileSync(fileURLToPath(address))

let fonts: { regular: Buffer; bold: Buffer } | undefined

/** Latin, Greek and Cyrillic, read once. The fonts that every PDF reader has cover western Europe alone. */
function readFonts() {
  fonts ??= {
    regular: readFont(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: readFont(import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')),
  }
  return fonts
}

export type Paper = {
  doc: PDFKit.PDFDocument
  /** Chosen by the organisation, with enough contrast on white. */
  accent: string
  left: number
  width: number
  /** Below this, a page has only its foot. */
  bottom: number
}

const margin = 48
const footHeight = 34

type PaperFacts = { title: string; author: string; colour: string | null; at: Date }

/** An empty A4 document. Each page is written out when the next one begins. */
export function createPaper({ title, author, colour, at }: PaperFacts): Paper {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + footHeight },
    lang: 'en',
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: at },
  })
  const { regular, bold } = readFonts()
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  const { light } = colour !== null && isColour(colour) ? accentsOf(colour) : ownAccents
  const bottom = doc.page.height - margin - footHeight
  return { doc, accent: light.accent, left: margin, width: doc.page.width - 2 * margin, bottom }
}

/** Writes the foot of each page, the first included. */
export function numberPages({ doc, left, width }: Paper, words: string): void {
  let page = 0
  const writeFoot = () => {
    page += 1
    const { x, y } = doc
    const { bottom } = doc.page.margins
    // Text below the margin would begin another page.
    doc.page.margins.bottom = 0
    doc
      .font('regular')
      .fontSize(8)
      .fillColor(inks.quiet)
      .text(`${words} · Page ${page}`, left, doc.page.height - margin, { width, align: 'center', lineBreak: false })
    doc.page.margins.bottom = bottom
    doc.x = x
    doc.y = y
  }
  writeFoot()
  doc.on('pageAdded', writeFoot)
}

/** Composed letters, and no control characters but the line break. */
export const printable = (text: string) => text.normalize('NFC').replace(/(?!\n)\p{Cc}/gu, ' ')
