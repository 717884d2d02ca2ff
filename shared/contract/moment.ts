import { z } from 'zod'

const firstMoment = Date.UTC(1970, 0, 1)
const lastMoment = Date.UTC(10_000, 0, 1) - 1

/** Years 1970 to 9999: the range that the database accepts (docs/decisions/027). */
export const isStorableMoment = (moment: Date): boolean =>
  moment.getTime() >= firstMoment && moment.getTime() <= lastMoment

/** A moment in a request. After year 9999, ISO 8601 has no four-digit year, and no list could show it. */
export const givenMoment = z.iso
  .datetime()
  .refine(text => isStorableMoment(new Date(text)), 'Use a time between the years 1970 and 9999.')
  .describe('ISO 8601, UTC, from year 1970 to year 9999')
