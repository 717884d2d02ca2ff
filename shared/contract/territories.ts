import { z } from 'zod'
import { filledText } from './text.ts'

const territory = z.object({
  id: z.uuid(),
  name: z.string(),
  retailers: z.number().int().describe('Number of retailers in the territory'),
  users: z.number().int().describe('Number of users who sell in the territory'),
})

export const territoryList = z.object({ territories: z.array(territory) }).meta({
  examples: [
    { territories: [{ id: '0192f0c1-0000-7000-8000-000000000031', name: 'North shore', retailers: 12, users: 1 }] },
  ],
})

export const territoryId = z.object({ id: z.uuid() })
export const territoryDraft = z.strictObject({ name: filledText('Enter the name.', 60) })

export type TerritoryList = z.infer<typeof territoryList>
