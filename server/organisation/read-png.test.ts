import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makePng, pngChunk } from '../../tests/support/png.ts'
import { readPng } from './read-png.ts'

test('5.2.2 a picture is read by what it holds: its size, and nothing that is not drawn', () => {
  const text = pngChunk('tEXt', Buffer.from('Comment\0taken at home'))
  const read = readPng(makePng(40, 20, { before: [text, pngChunk('eXIf', Buffer.from('where'))] }))
  expect(read).toMatchObject({ kind: 'read', png: { width: 40, height: 20 } })
  if (read.kind === 'read') {
    expect(read.png.content).toEqual(makePng(40, 20))
    expect(readPng(read.png.content)).toEqual(read)
  }
})

test('5.2.2 whatever is no PNG is refused, also where it is called one', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const bytes of [svg, Buffer.alloc(0), Buffer.from('GIF89a'), Buffer.from([0xff, 0xd8, 0xff, 0xe0])])
    expect(readPng(bytes)).toEqual({ kind: 'no-png' })
})

test('5.2.2 a file that is cut off, altered or followed by something else is refused', () => {
  const whole = makePng(20, 20)
  for (let length = 8; length < whole.length; length++)
    expect(readPng(whole.subarray(0, length)), `${length} bytes`).toEqual({ kind: 'broken-png' })
  expect(readPng(Buffer.concat([whole, Buffer.from('<script>')]))).toEqual({ kind: 'broken-png' })
  const altered = Buffer.from(whole)
  altered.writeUInt8(whole.readUInt8(50) ^ 1, 50)
  expect(readPng(altered)).toEqual({ kind: 'broken-png' })
})

test('5.2.1 5.2.6 a picture that is too large or too small is refused, and one that would unpack to more than it says is not unpacked', () => {
  for (const [width, height] of [
    [15, 20],
    [20, 15],
    [1025, 20],
    [20, 1025],
  ] as const)
    expect(readPng(makePng(width, height, { pixels: Buffer.alloc(0) }))).toEqual({ kind: 'wrong-size', width, height })
  expect(readPng(makePng(16, 1024)).kind).toBe('read')
  const bomb = makePng(20, 20, { pixels: Buffer.alloc(50_000_000) })
  expect(deflateSync(Buffer.alloc(50_000_000)).length).toBeLessThan(60_000)
  expect(readPng(bomb)).toEqual({ kind: 'broken-png' })
  expect(readPng(makePng(20, 20, { pixels: Buffer.alloc(100) }))).toEqual({ kind: 'broken-png' })
})
