import { z } from 'zod'
import { filledText, text } from './text.ts'

const taxClassId = text('Name the tax class.')
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'Use up to 30 lower-case letters, digits and hyphens, such as reduced.')

/** A tax rate that products name by its id. 1750 basis points are 17.5 %. */
export const taxClass = z.strictObject({
  id: taxClassId.describe('Fixed: products and other systems name it'),
  name: filledText('Enter a name, such as Reduced rate.', 60),
  rateBasisPoints: z
    .number('Enter the rate in percent, such as 17.5.')
    .int('A rate has at most two decimals.')
    .min(0, 'A rate is at least 0 %.')
    .max(10_000, 'A rate is at most 100 %.')
    .describe('Hundredths of a percent'),
})
export const taxClassRemoval = z.strictObject({ id: taxClassId })

export const listedTaxClass = taxClass.extend({ isUsed: z.boolean().describe('A product has it, so it stays') })

export type TaxClass = z.infer<typeof taxClass>
export type ListedTaxClass = z.infer<typeof listedTaxClass>
