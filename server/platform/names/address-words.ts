import type { AddressRefusal } from './read-mail-address.ts'

/** Characters that a word processor or a phone inserts in place of the typed ones. */
const meant: readonly { characters: RegExp; name: string; instead?: string }[] = [
  { characters: /[\u2018\u2019\u201A\u201B\u2032\u00B4]/u, name: 'typographic apostrophe', instead: "'" },
  { characters: /[\u201C-\u201F\u00AB\u00BB\u2039\u203A\u2033]/u, name: 'typographic quotation mark' },
  { characters: /[\u2010-\u2015\u2212\uFE58\uFE63]/u, name: 'typographic dash', instead: '-' },
  { characters: /\s/u, name: 'space' },
  { characters: /[\p{C}]/u, name: 'control character' },
]

/** Says in one sentence why an address is refused and what to do. */
export function addressWords(refusal: AddressRefusal): string {
  switch (refusal.why) {
    case 'empty':
      return 'Enter an email address, such as name@example.com.'
    case 'no-at':
      return 'The @ is missing. An email address looks like name@example.com.'
    case 'two-ats':
      return 'An email address has only one @. Enter one address.'
    case 'nothing-before-at':
      return 'The part before the @ is missing.'
    case 'nothing-after-at':
      return 'The part after the @ is missing.'
    case 'dots':
      return 'A dot in an email address needs a character before and after it.'
    case 'long-before-at':
      return 'The part before the @ is too long. At most 64 bytes are possible.'
    case 'too-long':
      return 'This email address is too long. At most 254 bytes are possible.'
    case 'no-dot-after-at':
      return 'The part after the @ must be a full domain, such as example.com.'
    case 'hyphen':
      return 'No part of the domain can start or end with a hyphen.'
    case 'bad-domain':
      return `“${refusal.text}” can't be a domain. Check the part after the @.`
    case 'mixed-scripts':
      return `“${refusal.text}” mixes letters of two alphabets. Type it again on one keyboard.`
    case 'character':
      return characterWords(refusal.character)
  }
}

function characterWords(character: string): string {
  const known = meant.find(({ characters }) => characters.test(character))
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  if (known?.name === 'space') return "An email address can't contain a space."
  if (known?.name === 'control character') return `An email address can't contain a control character (${code}).`
  const name = known ? `the ${known.name} ${character}` : `the character ${character}`
  return `An email address can't contain ${name}.${known?.instead ? ` Type ${known.instead} instead.` : ''}`
}
