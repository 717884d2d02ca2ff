import { createHash } from 'node:crypto'
import { isColour } from '../../../shared/colour/contrast.ts'
import { colourSheet } from '../html/colour-sheet.ts'
import type { Brand } from '../html/page.ts'

export type BrandFacts = {
  colour: string | null
  logo: { mediaType: 'image/png' | 'image/webp'; contentHash: string; width: number; height: number } | null
}

/** The addresses of the organisation's own look. They contain a hash of the content, so browsers cache it for good. */
export function brandOf({ colour, logo }: BrandFacts): Brand {
  const sheet = sheetOf(colour)
  return {
    ...(sheet !== undefined && { stylesheet: `/brand/${nameOfSheet(sheet)}` }),
    ...(logo && { logo: { src: `/brand/${nameOfLogo(logo)}`, width: logo.width, height: logo.height } }),
  }
}

export function sheetOf(colour: string | null): string | undefined {
  return colour !== null && isColour(colour) ? colourSheet(colour) : undefined
}

export function nameOfSheet(sheet: string): string {
  return `${createHash('sha256').update(sheet).digest('hex').slice(0, 16)}.css`
}

export function nameOfLogo({ mediaType, contentHash }: { mediaType: string; contentHash: string }): string {
  return `${contentHash}.${mediaType.replace('image/', '')}`
}
