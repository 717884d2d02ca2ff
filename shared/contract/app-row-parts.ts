import { z } from 'zod'

/** Parts of the rows that the rep's app downloads. */
export const moment = z.iso.datetime().describe('ISO 8601, UTC')
export const cents = z.number().int().min(0).max(100_000_000)
export const day = z.iso.date().describe('In the time zone of the organisation')
