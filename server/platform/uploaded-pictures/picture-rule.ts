/** The bounds of a kind of picture, and the form of the result. Each feature that accepts pictures has one. */
export type PictureRule = {
  mostBytes: number
  /** Both sides, in pixels. */
  sides: { from: number; to: number }
  output: PictureOutput
}

export type PictureOutput =
  /** The centre of the picture, scaled to a square with this side. */
  | { kind: 'square'; side: number }
  /** The picture at its own size, lossless. */
  | { kind: 'whole' }
  /** The picture at its own size as a PNG, for documents. */
  | { kind: 'png' }
  /** The picture once for each bound of its longer side. A smaller picture is not enlarged. */
  | { kind: 'sizes'; longestSides: readonly [number, ...number[]] }

/** Bounds for every kind: the pixels that fit into the memory of one decoder, and the thinnest strip. */
export const mostPixels = 16_000_000
export const mostRatio = 8
