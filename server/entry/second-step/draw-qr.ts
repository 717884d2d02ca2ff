import { encode } from 'uqr'

/** A QR code as one path of squares in a drawing of `size` by `size`. */
export type QrDrawing = { size: number; path: string }

/** The quiet zone is part of the code (ISO/IEC 18004). */
const border = 4

/** A drawing within the page, so that no secret is part of an address. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: dark.join('') }
}
