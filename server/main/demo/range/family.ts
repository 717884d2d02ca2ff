/** The drawing of a product: a few shapes, coloured by its variety. */
export type Shape =
  | 'bottle'
  | 'can'
  | 'carton'
  | 'jar'
  | 'bag'
  | 'box'
  | 'tub'
  | 'loaf'
  | 'bun'
  | 'wheel'
  | 'roll'
  | 'spray'

/** The size on the label, the units in a case, and the price of the case in hundredths. */
export type Pack = readonly [size: string, perCase: number, priceCents: number]

/** Products that differ by brand, variety and size. The variety stands before the name; the plain one has none. */
export type Family = {
  category: string
  name: string
  shape: Shape
  brands: readonly string[]
  varieties: readonly string[]
  packs: readonly Pack[]
  taxClass: 'standard' | 'zero'
}

type Taxed = Omit<Family, 'taxClass'>

/** Groceries that are not a treat carry no tax. */
export const zeroRated = (families: readonly Taxed[]): Family[] =>
  families.map(family => ({ ...family, taxClass: 'zero' }))
export const standardRated = (families: readonly Taxed[]): Family[] =>
  families.map(family => ({ ...family, taxClass: 'standard' }))
