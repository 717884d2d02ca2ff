import { createRandom, idOf, shuffle } from './chance.ts'
import { families } from './range/families.ts'
import type { Family, Pack } from './range/family.ts'

/** The cheapest brand and the dearest one differ by a third. */
const brandShares = [0.92, 1, 1.04, 0.97, 1.12, 1.22]

type Variant = { family: Family; brand: string; variety: string; pack: Pack; share: number }

const variants: Variant[] = shuffle(
  createRandom(7),
  families.flatMap(family =>
    family.packs.flatMap(pack =>
      family.varieties.flatMap((variety, place) =>
        family.brands.map((brand, number) => ({
          family,
          brand,
          variety,
          pack,
          share: (brandShares[number] ?? 1) * (1 + place * 0.02),
        })),
      ),
    ),
  ),
)

/** What the drawing of each product shows. */
export const makeLooks = (count: number) =>
  makeProducts(count).map(({ id, name }, number) => {
    const { family, variety } = variantOf(number)
    return { id, name, shape: family.shape, variety: family.varieties.indexOf(variety) }
  })

function variantOf(number: number): Variant {
  const variant = variants[number % variants.length]
  if (!variant) throw new Error('The demo has no products')
  return variant
}

/** The products of the demo. Beyond the range of a real wholesaler, their names carry a number. */
export function makeProducts(count: number) {
  return Array.from({ length: count }, (_, number) => {
    const { family, brand, variety, pack, share } = variantOf(number)
    const [size, perCase, priceCents] = pack
    const round = Math.floor(number / variants.length) + 1
    const words = [brand, variety, family.name, round > 1 && `No. ${round}`, size]
    return {
      id: idOf(`product ${number}`),
      code: `P${String(number + 1).padStart(5, '0')}`,
      barcode: barcodeOf(number + 1),
      name: words.filter(Boolean).join(' '),
      category: family.category,
      unit: perCase === 1 ? 'each' : 'case',
      pack_size: perCase,
      tax_class: family.taxClass,
      description: perCase === 1 ? `Sold singly: ${size}.` : `${perCase} × ${size} in a case.`,
      price_cents: Math.round((priceCents * share) / 5) * 5,
    }
  })
}

export type DemoProduct = ReturnType<typeof makeProducts>[number]

/** An EAN-13 with its check digit, from the range for use within a company. */
function barcodeOf(number: number): string {
  const digits = `200${String(number).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
