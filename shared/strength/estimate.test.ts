import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createServedEstimator, nobody, somebody } from '../../tests/support/people/strength.ts'
import { createChance } from '../../tools/strength/samples/seeded.ts'
import type { Estimator } from './estimate.ts'
import { isAcceptable } from './labels.ts'

let estimate: Estimator
beforeAll(async () => {
  estimate = await createServedEstimator()
})

const guesses = (password: string) => estimate(password, somebody).log10Guesses
const isAccepted = (password: string, context = somebody) => isAcceptable(estimate(password, context).label)
const anyText = fc.string({ unit: 'binary', maxLength: 300 })

describe('one pure function', () => {
  test('answers any text, even broken surrogates, with a label, a number and a reason', () => {
    const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)) })
    fc.assert(
      fc.property(fc.oneof(anyText, units), password => {
        const { label, log10Guesses, reasons } = estimate(password, somebody)
        expect([0, 1, 2, 3, 4]).toContain(label)
        expect(log10Guesses).toBeGreaterThanOrEqual(0)
        expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })

  test('gives the same answer regardless of the calls in between', () => {
    fc.assert(
      fc.property(anyText, anyText, (password, other) => {
        const before = estimate(password, somebody)
        estimate(other, nobody)
        expect(estimate(password, { ...somebody })).toEqual(before)
      }),
    )
  })

  test('6.2.8 converts a password to NFC and changes nothing else, not even case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), password => {
        expect(estimate(password.normalize('NFD'), somebody)).toEqual(estimate(password.normalize('NFC'), somebody))
      }),
    )
    expect(guesses('wrYnecKbasTiOn')).toBeGreaterThan(guesses('wryneckbastion'))
  })

  test('refuses 100,000 characters of any kind as too long', () => {
    for (const unit of ['a', '4@$3', 'ab', '1900', '\ud83d', 'e\u0301', 'ﷺ', 'qwertyuiop']) {
      const { reasons } = estimate(unit.repeat(100_000 / unit.length), somebody)
      expect(reasons[0]?.code).toBe('too-long')
    }
  })
})

describe('length', () => {
  const random = (length: number) => createChance(length).text(length, [...'abcdefghijklmnopqrstuvwxyz😀'])

  test('6.2.9 accepts 64, 128 and 256 code points, and refuses 257 without truncating them', () => {
    for (const length of [64, 128, 256]) expect(isAccepted(random(length))).toBe(true)
    expect(estimate(random(257), somebody)).toMatchObject({ label: 1, reasons: [{ code: 'too-long' }], tip: 'shorten' })
  })

  test('counts the code points of the NFC form as the length', () => {
    expect(estimate('😀'.repeat(7), nobody).reasons[0]).toEqual({ code: 'too-short', count: 1 })
    expect(estimate('e\u0301'.repeat(256), nobody).reasons[0]?.code).not.toBe('too-long')
    expect(estimate('e\u0301'.repeat(257), nobody).reasons[0]?.code).toBe('too-long')
  })

  test('6.2.1 refuses a random password that is one character too short', () => {
    const context = { ...nobody, minimumLength: 15 }
    expect(estimate('vR3!kQ9#mZ2&xT', context).reasons[0]).toEqual({ code: 'too-short', count: 1 })
    expect(isAccepted('vR3!kQ9#mZ2&xT7', context)).toBe(true)
  })

  test('rates an empty or blank password as Poor', () => {
    for (const password of ['', '        ', '\u00a0\u3000\t\n        ']) {
      expect(estimate(password, nobody)).toMatchObject({ label: 0, reasons: [{ code: 'empty' }] })
    }
  })
})

describe('6.2.5 any composition is allowed', () => {
  const alphabets = {
    'lower case': { alphabet: 'abcdefghijklmnopqrstuvwxyz', length: 16 },
    'upper case': { alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', length: 16 },
    digits: { alphabet: '0123456789', length: 18 },
    symbols: { alphabet: '!#$%&()*+,-./:;<=>?@[]^_{|}~', length: 14 },
    Cyrillic: { alphabet: 'абвгдежзийклмнопрстуфхцчшщъыьэюя', length: 14 },
    Greek: { alphabet: 'αβγδεζηθικλμνξοπρστυφχψω', length: 14 },
    emoji: { alphabet: '😀🐶🍕🚗⚽🎸🌈🔥🍎🚀🎉💡🏠🌍🎁🐙🦊🍩', length: 15 },
  }
  for (const [kind, { alphabet, length }] of Object.entries(alphabets)) {
    test(`accepts a long random string of ${kind} alone`, () => {
      const chance = createChance(length)
      const letters = [...alphabet]
      const refused = Array.from({ length: 500 }, () => chance.text(length, letters)).filter(text => !isAccepted(text))
      expect(refused).toEqual([])
    })
  }

  test('accepts four unusual words without a capital, digit or symbol', () => {
    for (const password of ['violet tractor hums softly', 'teekanne malt leise grün', 'чайник поёт под луной']) {
      expect(isAccepted(password)).toBe(true)
    }
  })
})

describe('J7 what raises and what lowers the estimate', () => {
  test('rates a password with more variety higher', () => {
    expect(guesses('mvkqzrthw')).toBeLessThan(guesses('mvkQzrthw'))
    expect(guesses('mvkqzrthw')).toBeLessThan(guesses('mvkqz7rthw'))
    expect(guesses('mvkqz7rthw')).toBeLessThan(guesses('mvkqz7&rthw'))
  })

  test.each([
    'abcdefghijkl',
    '123456789012',
    '987654321098',
    'qwertyuiop[]',
    'poiuytrewq',
    '1qaz2wsx3edc',
    'asdfghjkl1234',
  ])('refuses a sequence such as %s', password => {
    expect(isAccepted(password)).toBe(false)
  })

  test.each(['aaaaaaaaaaaa', 'abababababab', 'Password1!Password1!', 'xK4xK4xK4xK4', '112211221122'])(
    'refuses a repeat such as %s',
    password => {
      expect(isAccepted(password)).toBe(false)
    },
  )

  test('adds little for a repeated word, even in l33t', () => {
    for (const again of ['WryneckWryneck7&', 'wryneckwryn3ck7&', 'wryneck7&wryneck7&']) {
      expect(guesses(again)).toBeLessThan(guesses('wryneck7&') + 2)
    }
  })

  test('adds less for a sequence or a repeat than for as many random characters', () => {
    for (const lame of ['1234', 'abcd', 'qwer', '7777']) {
      expect(guesses(`mvkqzrt${lame}`)).toBeLessThan(guesses('mvkqzrt') + 3)
      expect(guesses(`mvkqzrt${lame}`)).toBeLessThan(guesses('mvkqzrtx8wj'))
    }
  })

  test("6.1.2 gives no credit for the user's names and addresses, the company or the product", () => {
    for (const word of [
      'malgorzata',
      'osullivan',
      'Harbour',
      'wholesale',
      'fieldkey',
      'Fi3ldk3y',
      'yekdleif',
      'm.osullivan',
    ]) {
      expect(guesses(word)).toBeLessThan(1.7)
      expect(isAccepted(`${word}2024!`)).toBe(false)
    }
  })

  test('6.2.11 treats the same words as ordinary words for another user', () => {
    expect(guesses('osullivan-jurgens')).toBeLessThan(estimate('osullivan-jurgens', nobody).log10Guesses - 3)
  })

  test.each([
    'm.osullivan@harbourvale.example',
    'harbour & vale wholesale',
    'Harbour&Vale2025',
    'HVW-2025!',
    'Juergens.1985',
    'JurgensJurgens1',
  ])('6.2.11 refuses %s for the user it describes', password => {
    expect(isAccepted(password)).toBe(false)
  })
})
