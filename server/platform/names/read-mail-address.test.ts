import { expect, test } from 'vitest'
import { suggestAddress } from '../../../shared/names/suggest-address.ts'
import { addressWords } from './address-words.ts'
import { readMailAddress } from './read-mail-address.ts'

const read = (text: string) => {
  const found = readMailAddress(text)
  return found.kind === 'read' ? found.address.typed : addressWords(found.refusal)
}

test('reads ordinary addresses of every script in one stored form', () => {
  const same = [
    'riley.rep@harbourvale.example',
    "o'brien+stock@harbour-vale.co.example",
    'иван@example.com',
    'x@münchen.example',
    'x@straße.example',
    'δοκιμή@παράδειγμα.example',
    '用户@例子.example',
    'x@نامه\u200Cای.example',
    `${'a'.repeat(64)}@example.com`,
  ]
  for (const address of same) expect(read(address)).toBe(address)
  expect(read('x@xn--mnchen-3ya.example')).toBe('x@münchen.example')
  expect(read('x@MÜNCHEN.example')).toBe('x@münchen.example')
  expect(read(' Riley＠Vale。example\u200B ')).toBe('Riley@vale.example')
  expect(read('ri\uFB01@vale.example')).toBe('rifi@vale.example')
})

test('compares both spellings of a domain as one address', () => {
  const keyOf = (text: string) => {
    const found = readMailAddress(text)
    return found.kind === 'read' ? found.address.key : undefined
  }
  expect(keyOf('Bea@xn--mnchen-3ya.example')).toBe('bea@münchen.example')
  expect(keyOf('Bea@München.example')).toBe('bea@münchen.example')
})

test('refuses an address that mail can never reach, with the reason', () => {
  const refused = {
    'a..b@x.example': 'A dot',
    '.a@x.example': 'A dot',
    'a.@x.example': 'A dot',
    'a@x..example': 'A dot',
    'a@x.example.': 'A dot',
    'a@-x.example': 'hyphen',
    'a@x-.example': 'hyphen',
    'a@b': 'full domain',
    'a@192.0.2.1': "can't be a domain",
    'a@xn--a.example': "can't be a domain",
    [`a@${'b'.repeat(64)}.example`]: "can't be a domain",
    [`${'a'.repeat(65)}@x.example`]: 'before the @ is too long',
    [`${'ж'.repeat(33)}@x.example`]: 'before the @ is too long',
    [`a@${'b123456789.'.repeat(23)}example`]: 'address is too long',
    'a@b@c.example': 'only one @',
    '@x.example': 'before the @ is missing',
    'a@': 'after the @ is missing',
    'a.x.example': 'The @ is missing',
    '': 'Enter an email address',
    'ril\u0435y@x.example': 'mixes letters of two alphabets',
  }
  for (const [address, why] of Object.entries(refused)) expect(read(address), address).toContain(why)
})

test('names a character that no address has, with the one to type instead', () => {
  expect(read('o’brien@x.example')).toBe("An email address can't contain the typographic apostrophe ’. Type ' instead.")
  expect(read('a@x–y.example')).toBe("An email address can't contain the typographic dash –. Type - instead.")
  expect(read('“a”@x.example')).toContain('quotation mark “')
  expect(read('a,b@x.example')).toContain('the character ,')
  expect(read('a <a@x.example>')).toContain('a space')
  expect(read('a\0@x.example')).toContain('control character (U+0000)')
  expect(read('a@x_y.example')).toContain('the character _')
  expect(read('a@x%62.example')).toContain('the character %')
})

test('turns a typing mistake in the domain into a question', () => {
  expect(suggestAddress(' riley@harbourvale.con ')).toBe('riley@harbourvale.com')
  expect(suggestAddress('riley@vale.CMO')).toBe('riley@vale.com')
  expect(suggestAddress('riley@gmial.com')).toBe('riley@gmail.com')
  for (const fine of ['riley@vale.com', 'riley@vale.co', 'riley@vale.om', 'JSMITH', '@x.con', 'con']) {
    expect(suggestAddress(fine), fine).toBeUndefined()
  }
})
