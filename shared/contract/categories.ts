import { z } from 'zod'
import { filledText } from './text.ts'

export const mostCategoryLevels = 3

const category = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  name: z.string(),
  path: z.string().describe('Such as Drinks > Soft drinks'),
  level: z.number().int().min(1).max(mostCategoryLevels),
  products: z.number().int().describe('Those directly in this category'),
})

/** The complete tree, parents before children, each in its order. It has no pages, because every choice shows it. */
export const categoryList = z.object({ categories: z.array(category) }).meta({
  examples: [
    {
      categories: [
        {
          id: '0192f0c1-0000-7000-8000-000000000041',
          parentId: null,
          name: 'Drinks',
          path: 'Drinks',
          level: 1,
          products: 12,
        },
      ],
    },
  ],
})

export const categoryId = z.object({ id: z.uuid() })

const name = filledText('Enter a name.', 60).refine(text => !text.includes('>'), "A name can't contain the sign >.")

export const newCategory = z.strictObject({ name, parentId: z.uuid().nullable() })
export const categoryName = z.strictObject({ name })

/** `beforeId` is a category with the same parent. Without one, the category becomes the last. */
export const categoryMove = z.strictObject({ parentId: z.uuid().nullable(), beforeId: z.uuid().nullable() })

export const categoryRemoval = z.strictObject({
  products: z
    .enum(['none', 'to-parent', 'to-no-category'])
    .describe('What happens to its products; none: the category must have none'),
})

export type CategoryList = z.infer<typeof categoryList>
export type CategoryMove = z.infer<typeof categoryMove>
