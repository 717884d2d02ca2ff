/** What a kind of picture may be, and what is made from it. Each feature that accepts pictures has one. */
export type PictureRule = {
  mostBytes: number
  /** Both sides, in pixels. */
  sides: { from: number; to: number }
  output: PictureOutput
}

export type PictureOutput =
  /** The centre of the picture, scaled to a square with this side. */
  | { kind: 'square'; side: number }
  /** The picture at its own size, without loss. */
  | { kind: 'whole' }

/** Bounds that hold for every kind: what one decoder can hold in memory, and no strip that is thinner than this. */
export const mostPixels = 16_000_000
export const mostRatio = 8
