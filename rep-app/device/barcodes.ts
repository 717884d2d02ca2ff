/** A barcode as the reader of a camera saw it. The names of formats are those of the Barcode Detection API. */
export type SeenBarcode = { rawValue: string; format: string }

export type BarcodeReader = { detect(image: HTMLVideoElement): Promise<SeenBarcode[]> }

/** Those of products and cartons, and the one that companies print on labels of their own. */
export const barcodeFormats = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf', 'code_128'] as const

const articleFormats = ['ean_13', 'ean_8', 'upc_a', 'itf']

/**
 * The text of a barcode as it is in the catalogue. Undefined for what a camera easily misreads: a number whose check digit
 * is wrong, or a part of the long number on a carton.
 */
export function numberOf({ rawValue, format }: SeenBarcode): string | undefined {
  const text = format === 'upc_e' ? expandUpcE(rawValue) : rawValue
  if (!articleFormats.includes(format) && format !== 'upc_e') return text
  if (format === 'itf' && text.length !== 14) return undefined
  return /^\d{8,14}$/.test(text) && hasCheckDigit(text) ? text : undefined
}

/** GS1 General Specifications, 7.9: the weights are 3 and 1 in turn, from the right. */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 1 ? 3 : 1), 0)
  return sum % 10 === 0
}

/** The UPC-A number of which a UPC-E is the short form: its last digit says where the zeros were (GS1, 5.2.2.4.2). */
function expandUpcE(short: string): string {
  const [, system = '', digits = '', last = '', check = ''] = /^(\d)(\d{5})(\d)(\d)$/.exec(short) ?? []
  const [maker, product] = [digits.slice(0, 2), digits.slice(2)]
  if (last <= '2') return `${system}${maker}${last}0000${product}${check}`
  if (last === '3') return `${system}${digits.slice(0, 3)}00000${digits.slice(3)}${check}`
  if (last === '4') return `${system}${digits.slice(0, 4)}00000${digits.slice(4)}${check}`
  return `${system}${digits}0000${last}${check}`
}
