import { writeFileSync } from 'node:fs'

const [width, height, module] = [640, 480, 4]
const lefts = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
const invert = (bits: string) => [...bits].map(bit => (bit === '0' ? '1' : '0')).join('')
const mirror = (bits: string) => [...bits].reverse().join('')
/** Which of the left digits have odd parity, by the first digit, which has no bars of its own (ISO/IEC 15420). */
const parities = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG', 'LGLGGL', 'LGGLGL']

/** The 95 modules of an EAN-13: 1 is a bar. */
function barsOf(ean: string): string {
  const [first = 0, ...digits] = [...ean].map(Number)
  const left = digits.slice(0, 6).map((digit, place) => {
    const bits = lefts[digit] ?? ''
    return parities[first]?.[place] === 'L' ? bits : mirror(invert(bits))
  })
  const right = digits.slice(6).map(digit => invert(lefts[digit] ?? ''))
  return ['101', ...left, '01010', ...right, '101'].join('')
}

/** A frame in YUV 4:2:0: a grey scene, and in the middle a white label with the barcode. */
function frameOf(ean: string | undefined): Buffer {
  const bright = Buffer.alloc(width * height, 150)
  const bars = ean === undefined ? '' : `${'0'.repeat(12)}${barsOf(ean)}${'0'.repeat(12)}`
  const from = (width - bars.length * module) / 2
  const row = Buffer.from([...bars].flatMap(bit => Array(module).fill(bit === '1' ? 20 : 235)))
  for (let line = 140; line < 340; line++) row.copy(bright, line * width + from)
  return Buffer.concat([Buffer.from('FRAME\n'), bright, Buffer.alloc((width * height) / 2, 128)])
}

/** Writes what Chromium shows as the picture of its camera, again and again: two frames a second. */
export function writeBarcodeFilm(path: string, scenes: readonly { ean?: string; frames: number }[]): void {
  const frames = scenes.flatMap(({ ean, frames }) => Array<Buffer>(frames).fill(frameOf(ean)))
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F2:1 Ip A1:1 C420\n`), ...frames]))
}
