import { describe, expect, it } from 'vitest'
import { createScanReader } from './scan-reader.ts'

const french = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç']
const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
const digit = (figure: string, key = figure) => ({ ...none, key, code: `Digit${figure}` })
const french13 = [...'5012345678900'].map(figure => digit(figure, french[Number(figure)]))
const plain13 = [...'5012345678900'].map(figure => digit(figure))
const enter = { ...none, key: 'Enter', code: 'Enter' }

function type(keys: readonly (typeof enter)[], gap: number) {
  const reader = createScanReader()
  return keys.map((key, place) => reader.read({ ...key, timeStamp: 1000 + place * gap }))
}

describe('a barcode among the keys typed', () => {
  it('is recognised by its speed and the Enter at its end', () => {
    const seen = type([...plain13, enter], 20)
    expect(seen[0]).toBe('begun')
    expect(seen.slice(1, -1).every(key => key === undefined)).toBe(true)
    expect(seen.at(-1)).toMatchObject({ digits: '5012345678900' })
    expect(type([...plain13, { ...none, key: 'Tab', code: 'Tab' }], 20).at(-1)).toMatchObject({
      digits: '5012345678900',
    })
  })

  it('is read by the position of the keys where the keyboard is set to another language', () => {
    expect(type([...french13, enter], 20).at(-1)).toMatchObject({ digits: '5012345678900' })
    // No one types these characters to search, so a slow scanner is recognised too.
    expect(type([...french13, enter], 150).at(-1)).toMatchObject({ digits: '5012345678900' })
    expect(type([...french13, enter], 20).at(-1)).toMatchObject({ areSymbols: true })
    expect(type([...plain13, enter], 20).at(-1)).toMatchObject({ areSymbols: false })
    const dead = plain13.map(key => ({ ...key, key: 'Dead' }))
    expect(type([...dead, enter], 20).at(-1)).toMatchObject({ digits: '5012345678900' })
  })

  it('is not seen in digits that a person types, or in fewer than 8 or more than 14', () => {
    expect(type([...plain13, enter], 150).at(-1)).toBeUndefined()
    expect(type([...plain13.slice(0, 7), enter], 20).at(-1)).toBeUndefined()
    expect(type([...plain13.slice(0, 8), enter], 20).at(-1)).toMatchObject({ digits: '50123456' })
    expect(type([...plain13, ...plain13.slice(0, 2), enter], 20).at(-1)).toBeUndefined()
  })

  it('is complete although the scanner hesitates once', () => {
    const reader = createScanReader()
    const at = (place: number) => 1000 + place * 10 + (place < 2 ? 0 : 400)
    for (const [place, key] of plain13.entries()) reader.read({ ...key, timeStamp: at(place) })
    expect(reader.read({ ...enter, timeStamp: 1600 })).toMatchObject({ digits: '5012345678900' })
  })

  it('starts again after any other key, after a shortcut and after a pause', () => {
    const letter = { ...none, key: 'a', code: 'KeyA' }
    expect(type([...plain13.slice(0, 5), letter, ...plain13, enter], 20).at(-1)).toMatchObject({
      digits: '5012345678900',
    })
    expect(type([...plain13.slice(0, 7), letter, digit('1'), enter], 20).at(-1)).toBeUndefined()
    expect(type([...plain13.map(key => ({ ...key, ctrlKey: true })), enter], 20).at(-1)).toBeUndefined()
    expect(type([...french13.map(key => ({ ...key, shiftKey: true })), enter], 20).at(-1)).toBeUndefined()
    const reader = createScanReader()
    for (const [place, key] of plain13.entries())
      reader.read({ ...key, timeStamp: place < 2 ? place : 900 + place * 20 })
    expect(reader.read({ ...enter, timeStamp: 1300 })).toMatchObject({ digits: '12345678900' })
  })
})
