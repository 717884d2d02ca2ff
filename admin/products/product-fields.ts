import type { z } from 'zod'
import type { newProduct, ProductDetails, productChange } from '../../shared/contract/products.ts'
import type { Field, Texts } from '../ui/fields.ts'
import { amountOf, centsOf } from '../ui/money.ts'

type Choices = {
  categories: readonly { path: string }[]
  taxClasses: readonly { code: string; name: string }[]
  currency: string
}

export function productFields({ categories, taxClasses, currency }: Choices): Field[] {
  const paths = categories.map(({ path }) => ({ value: path, label: path }))
  return [
    { name: 'name', label: 'Name' },
    { name: 'category', label: 'Category', options: [{ value: '', label: 'None' }, ...paths] },
    {
      name: 'priceCents',
      label: `Base price (${currency})`,
      description: 'Net, for one unit. Price lists and prices of a retailer come first.',
      keys: 'decimal',
    },
    { name: 'unit', label: 'Unit', description: 'What is sold, such as bottle or case.' },
    { name: 'packSize', label: 'Units in a pack', keys: 'numeric' },
    {
      name: 'barcode',
      label: 'Barcode',
      description: '8 to 14 digits. Leave it empty if there is none.',
      keys: 'numeric',
    },
    {
      name: 'taxClass',
      label: 'Tax class',
      options: taxClasses.map(({ code, name }) => ({ value: code, label: name })),
    },
    { name: 'description', label: 'Description', lines: 4 },
  ]
}

export const codeField: Field = {
  name: 'code',
  label: 'Code',
  description: "Imports and your ERP know the product by it. It can't be changed later.",
}

export const emptyProduct: Texts = {
  code: '',
  name: '',
  category: '',
  priceCents: '',
  unit: 'each',
  packSize: '1',
  barcode: '',
  taxClass: 'standard',
  description: '',
}

export function toTexts(product: ProductDetails): Texts {
  const { name, category, priceCents, unit, packSize, barcode, taxClass, description } = product
  return {
    name,
    category,
    priceCents: amountOf(priceCents),
    unit,
    packSize: String(packSize),
    barcode,
    taxClass,
    description,
  }
}

const typed = (draft: Texts) => ({
  name: draft.name ?? '',
  category: draft.category ?? '',
  priceCents: centsOf(draft.priceCents ?? ''),
  unit: draft.unit ?? '',
  packSize: Number(draft.packSize || Number.NaN),
  barcode: draft.barcode ?? '',
  taxClass: draft.taxClass ?? '',
  description: draft.description ?? '',
})

export const toNewProduct = (draft: Texts): z.input<typeof newProduct> => ({ code: draft.code ?? '', ...typed(draft) })

export const toProductChange = (draft: Texts, version: string): z.input<typeof productChange> => ({
  ...typed(draft),
  version,
})
