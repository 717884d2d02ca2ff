import { drinks } from './drinks.ts'
import type { Family } from './family.ts'
import { fresh } from './fresh.ts'
import { household } from './household.ts'
import { pantry } from './pantry.ts'

/** What a food wholesaler sells. */
export const families: readonly Family[] = [...fresh, ...drinks, ...pantry, ...household]
