import { z } from 'zod'
import { pictureSizes } from './picture-lists.ts'
import { text } from './text.ts'

/** The address of a picture's content, which never changes: another content has another hash. */
export const pictureAddress = z.object({ hash: z.string().regex(/^[\da-f]{32}$/), size: z.enum(pictureSizes) })

/** Query of an upload by name; the body is the file itself. */
export const pictureName = z.object({
  fileName: text()
    .trim()
    .min(1)
    .max(200)
    .describe('CODE.jpg for the first picture of a product, CODE_2.png for its second'),
})

export const pictureSaved = z
  .object({
    kind: z.enum(['created', 'updated', 'unchanged']),
    code: z.string().describe('Of the product'),
    place: z.number().int().min(1),
    text: z.string().describe('For people'),
  })
  .meta({ examples: [{ kind: 'created', code: 'TEA-12', place: 2, text: 'Picture 2 of TEA-12 is added.' }] })

export const pictureFile = z.string().meta({ examples: ['A WebP whose longer side has at most 480 pixels'] })
