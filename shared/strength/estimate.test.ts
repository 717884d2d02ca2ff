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
  test('it answers any text, broken surrogates too, with a label, a number and a reason', () => {
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

  test('it answers the same whatever it was asked in between', () => {
    fc.assert(
      fc.property(anyText, anyText, (password, other) => {
        const before = estimate(password, somebody)
        estimate(other, nobody)
        expect(estimate(password, { ...somebody })).toEqual(before)
      }),
    )
  })

  test('6.2.8 NFC is the one thing that is done to a password: NFD is judged alike, other case is not made equal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), password => {
        expect(estimate(password.normalize('NFD'), somebody)).toEqual(estimate(password.normalize('NFC'), somebody))
      }),
    )
    expect(guesses('wrYnecKbasTiOn')).toBeGreaterThan(guesses('wryneckbastion'))
  })

  test('100,000 characters of anything are answered within 100 ms', () => {
    for (const unit of ['a', '4@$3', 'ab', '1900', '\ud83d', 'e\u0301', 'ﷺ', 'qwertyuiop']) {
      const start = performance.now()
      estimate(unit.repeat(100_000 / unit.length), somebody)
      expect(performance.now() - start).toBeLessThan(100)
    }
  })
})

describe('length', () => {
  const random = (length: number) => createChance(length).text(length, [...'abcdefghijklmnopqrstuvwxyz😀'])

  test('6.2.9 64, 128 and 256 code points are accepted, 257 are refused as too long and not cut', () => {
    for (const length of [64, 128, 256]) expect(isAccepted(random(length))).toBe(true)
    expect(estimate(random(257), somebody)).toMatchObject({ label: 1, reasons: [{ code: 'too-long' }], tip: 'shorten' })
  })

  test('length counts code points of the NFC form', () => {
    expect(estimate('😀'.repeat(7), nobody).reasons[0]).toEqual({ code: 'too-short', count: 1 })
    expect(estimate('e\u0301'.repeat(256), nobody).reasons[0]?.code).not.toBe('too-long')
    expect(estimate('e\u0301'.repeat(257), nobody).reasons[0]?.code).toBe('too-long')
  })

  test('6.2.1 one character less than the minimum is too short, however strange', () => {
    const context = { ...nobody, minimumLength: 15 }
    expect(estimate('vR3!kQ9#mZ2&xT', context).reasons[0]).toEqual({ code: 'too-short', count: 1 })
    expect(isAccepted('vR3!kQ9#mZ2&xT7', context)).toBe(true)
  })

  test('nothing and blanks are Poor', () => {
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
    test(`a long random string of ${kind} alone is accepted`, () => {
      const chance = createChance(length)
      const letters = [...alphabet]
      const refused = Array.from({ length: 500 }, () => chance.text(length, letters)).filter(text => !isAccepted(text))
      expect(refused).toEqual([])
    })
  }

  test('four unusual words need no capital, digit or symbol', () => {
    for (const password of ['violet tractor hums softly', 'teekanne malt leise grün', 'чайник поёт под луной']) {
      expect(isAccepted(password)).toBe(true)
    }
  })
})

describe('J7 what raises and what lowers', () => {
  test('variety raises it', () => {
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
  ])('a sequence such as %s is refused', password => {
    expect(isAccepted(password)).toBe(false)
  })

  test.each(['aaaaaaaaaaaa', 'abababababab', 'Password1!Password1!', 'xK4xK4xK4xK4', '112211221122'])(
    'a repeat such as %s is refused',
    password => {
      expect(isAccepted(password)).toBe(false)
    },
  )

  test('a word said again, in l33t too, adds little to the word', () => {
    for (const again of ['WryneckWryneck7&', 'wryneckwryn3ck7&', 'wryneck7&wryneck7&']) {
      expect(guesses(again)).toBeLessThan(guesses('wryneck7&') + 2)
    }
  })

  test('a sequence and a repeat add less than as many random characters', () => {
    for (const lame of ['1234', 'abcd', 'qwer', '7777']) {
      expect(guesses(`mvkqzrt${lame}`)).toBeLessThan(guesses('mvkqzrt') + 3)
      expect(guesses(`mvkqzrt${lame}`)).toBeLessThan(guesses('mvkqzrtx8wj'))
    }
  })

  test('6.1.2 own names, addresses, the company and the product count as nothing', () => {
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

  test('6.2.11 the same words are no more than words for somebody else', () => {
    expect(guesses('osullivan-jurgens')).toBeLessThan(estimate('osullivan-jurgens', nobody).log10Guesses - 3)
  })

  test.each([
    'm.osullivan@harbourvale.example',
    'harbour & vale wholesale',
    'Harbour&Vale2025',
    'HVW-2025!',
    'Juergens.1985',
    'JurgensJurgens1',
  ])('6.2.11 %s is refused to the person whom it describes', password => {
    expect(isAccepted(password)).toBe(false)
  })
})
