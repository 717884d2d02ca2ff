import type { DecimalChoice } from '../../../../shared/contract/import-lists.ts'

export type DecimalRefusal = 'not-a-number' | 'two-readings' | 'negative' | 'too-many-decimals'

type Style = { decimals: DecimalChoice; digits: number }

/** With a currency sign or code before or after it, as accounts print amounts. */
const currencyAround = /^(?:\p{Sc}|[A-Z]{3}\b)\s*|\s*(?:\p{Sc}|\b[A-Z]{3})$/gu
const groupSpaces = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g

/**
 * Reads a number as a whole count of its smallest unit: "12.5" with two digits is 1250. It never guesses: "1,234" is a
 * thousand in one country and a little more than one in another, so it is refused until the importer says which.
 */
export function readDecimal(text: string, { decimals, digits }: Style): number | DecimalRefusal {
  const isNegative = /^\(.*\)$|^[-−]|[-−]$/.test(text)
  const body = text
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[-−]\s*|\s*[-−]$/g, '')
    .replace(currencyAround, '')
    .replace(groupSpaces, '')
  const parts = splitDecimal(body, decimals)
  if (typeof parts === 'string') return parts
  if (isNegative) return 'negative'
  const fraction = parts.fraction.replace(/0+$/, '')
  if (fraction.length > digits) return 'too-many-decimals'
  return Number(parts.whole + fraction.padEnd(digits, '0'))
}

type Parts = { whole: string; fraction: string }

function splitDecimal(body: string, decimals: DecimalChoice): Parts | DecimalRefusal {
  if (!/^\d[\d.,]{0,30}$|^[.,]\d+$/.test(body)) return 'not-a-number'
  const [first, last] = [body.search(/[.,]/), Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))]
  if (first === -1) return { whole: body, fraction: '' }
  const sign = body.charAt(last)
  const isRepeated = body.indexOf(sign) !== last
  const chosen = decimals === 'comma' ? ',' : decimals === 'point' ? '.' : undefined
  const mark = chosen ?? (isRepeated ? otherSign(sign) : sign)
  const at = body.indexOf(mark)
  const parts = at === -1 ? { whole: body, fraction: '' } : { whole: body.slice(0, at), fraction: body.slice(at + 1) }
  if (!/^\d*$/.test(parts.fraction) || !isGrouped(parts.whole, otherSign(mark))) return 'not-a-number'
  const hasOneSign = first === last
  if (chosen === undefined && hasOneSign && /^[1-9]\d{0,2}$/.test(parts.whole) && parts.fraction.length === 3) {
    return 'two-readings'
  }
  return { ...parts, whole: parts.whole.replaceAll(otherSign(mark), '') }
}

const otherSign = (sign: string) => (sign === '.' ? ',' : '.')

/** True without groups, and with groups of three digits. */
function isGrouped(whole: string, sign: string): boolean {
  const [head = '', ...groups] = whole.split(sign)
  return groups.length === 0 || (/^\d{1,3}$/.test(head) && groups.every(group => /^\d{3}$/.test(group)))
}
