export type ReadCode =
  | { kind: 'code'; digits: string }
  | { kind: 'malformed' }
  /** Different runs of six digits: the intended one can't be guessed. */
  | { kind: 'several' }

/**
 * Finds the six digits of a reset code in typed or pasted text: digits of any script, with spaces or dashes in between,
 * in a sentence, or in a complete email. The page and the server share this function.
 */
export function readCode(typed: string): ReadCode {
  const text = withoutLinks(toPlainDigits(typed))
  const alone = text.replace(/[\s\p{Pd}]/gu, '')
  if (/^\d{6}$/.test(alone)) return { kind: 'code', digits: alone }
  const runs = listRuns(text, /(?<!\d)\d{6}(?!\d)/gu)
  // Only if no unbroken run exists: "2026 10" of a date must not compete with the code of the same email.
  const found =
    runs.length > 0 ? runs : listRuns(text, /(?<!\d|\d[\s\p{Pd}])\d(?:[\s\p{Pd}]?\d){5}(?!\d|[\s\p{Pd}]\d)/gu)
  const [digits, another] = found
  if (digits === undefined) return { kind: 'malformed' }
  return another === undefined ? { kind: 'code', digits } : { kind: 'several' }
}

function listRuns(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([run]) => run.replace(/\D/g, '')))]
}

/** Addresses and link handles contain digits by chance. */
function withoutLinks(text: string): string {
  return text.replace(/\S+:\/\/\S+|[\w-]{43,}/g, ' ')
}

/** Removes invisible characters and converts every decimal digit to 0 to 9. */
function toPlainDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/\p{Nd}/gu, digit => String(digitValueOf(digit)))
}

/** Unicode keeps the digits of a script together, from 0 to 9, in runs of ten (Unicode Standard, 4.6). */
function digitValueOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0
  let before = at - 1
  while (/\p{Nd}/u.test(String.fromCodePoint(before))) before -= 1
  return (at - before - 1) % 10
}
