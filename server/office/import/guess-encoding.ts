import { type SingleByteEncoding, singleByteEncodings } from '../../../shared/contract/import-lists.ts'

/** Non-ASCII letters that are common in the names of each encoding's languages. */
const usual: Record<SingleByteEncoding, string> = {
  'windows-1252': 'äöüßéèêëàâáãåçñíìîïóòôõøæúùûýœšžÄÖÜÉÈÀÁÅÇÑÓØÆÚŠŽ',
  'windows-1250': 'ąćęłńóśźżčďěňřšťúůýžáéíäöüßőűăâîşţĄĆĘŁŃÓŚŹŻČĎŘŠŤŮÝŽÁÉÍÖÜŐŰŞŢ',
  'windows-1251': 'аеионрвлкмдтяіАВИОЮ',
  'windows-1253': 'αοιετσνηρπκμλςάέήίόώΑΓΕΠ',
  macintosh: 'äöüßéèêëàâáãåçñíìîïóòôõøæúùûœÄÖÜÉÀÅÇÑØÆ',
}
const ownScript: Partial<Record<SingleByteEncoding, RegExp>> = {
  'windows-1251': /\p{Script=Cyrillic}/u,
  'windows-1253': /\p{Script=Greek}/u,
}
const isLetter = (sign: string) => /\p{L}/u.test(sign)
const isSmall = (sign: string) => /\p{Ll}/u.test(sign)
const isAscii = (sign: string) => sign < '\u0080'
/** A sample this size is enough, and rating five million letters would block other requests. */
const looked = 5000

/**
 * Picks the encoding whose non-ASCII letters make the most plausible names. The file doesn't say: the same byte is
 * é, ň, й, ι or È. If two encodings fit equally well, the first in the list wins.
 */
export function guessEncoding(bytes: Buffer): SingleByteEncoding {
  const part = pickTelling(bytes)
  const rated = singleByteEncodings.map(encoding => ({ encoding, rate: rate(part, encoding) }))
  return rated.reduce((best, one) => (one.rate > best.rate ? one : best)).encoding
}

const isVowel = (sign: string) => /[aeiouyæøœ]/i.test(sign.normalize('NFD').charAt(0))

/** Three consonants or three vowels in a row are hard to pronounce, so one of them is probably misread. */
function rateSound(sign: string, { before, after }: { before: string; after: string }): number {
  if (!isLetter(before) || !isLetter(after) || isVowel(before) !== isVowel(after)) return 0
  return isVowel(before) === isVowel(sign) ? -1 : 1
}

/** Collects each non-ASCII byte with its neighbours, up to a limit. */
function pickTelling(bytes: Buffer): Buffer {
  const picked: number[] = []
  for (let place = 0; place < bytes.length && picked.length < looked * 4; place += 1) {
    if ((bytes[place] ?? 0) < 0x80 && (bytes[place + 1] ?? 0) < 0x80 && (bytes[place - 1] ?? 0) < 0x80) {
      if (picked.at(-1) !== 0x20) picked.push(0x20)
    } else picked.push(bytes[place] ?? 0)
  }
  return Buffer.from(picked)
}

function rate(bytes: Buffer, encoding: SingleByteEncoding): number {
  const text = new TextDecoder(encoding).decode(bytes)
  let total = 0
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? ''
    if (!isAscii(sign))
      total += rateSign(sign, { before: text[place - 1] ?? ' ', after: text[place + 1] ?? ' ', encoding })
  }
  return total
}

type Around = { before: string; after: string; encoding: SingleByteEncoding }

function rateSign(sign: string, { before, after, encoding }: Around): number {
  if (/[\p{Cc}\uFFFD]/u.test(sign)) return -8
  const isInWord = isLetter(before) || isLetter(after)
  if (!isInWord) return 0
  // A name may contain an apostrophe, but not a pound sign.
  if (!isLetter(sign)) return /[’‘\u00A0–]/.test(sign) ? 0 : -4
  const isWrongCase = isSmall(before) && !isSmall(sign)
  const commonness = usual[encoding].includes(sign) ? 2 : -1
  const script = ownScript[encoding]
  const touchesLatin = [before, after].some(one => isAscii(one) && isLetter(one))
  if (script) return (commonness > 0 ? 2 : 0) + (isWrongCase ? -4 : 0) + (touchesLatin || !script.test(sign) ? -5 : 1)
  // A Latin name of nothing but accented letters is a misread name in another script.
  const isBetweenAccents = [before, after].every(one => !isAscii(one) || !isLetter(one))
  return commonness + (isWrongCase ? -4 : 0) + (isBetweenAccents ? -3 : 0) + rateSound(sign, { before, after })
}
