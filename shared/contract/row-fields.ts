import { z } from 'zod'
import { text } from './text.ts'

/** The fields of rows that other systems and imports send. Their words are read by people, in a file of results. */

export const line = (what: string, most: number) =>
  text(what).trim().min(1, what).max(most, `${what} At most ${most} characters.`)

/** Text that may be empty. */
export const remark = (what: string, most: number) => text(what).trim().max(most, `${what} At most ${most} characters.`)

export const cents = (what: string) => whole(`${what} Write a whole number of cents.`, { least: 0, most: 100_000_000 })

export function whole(what: string, { least, most }: { least: number; most: number }) {
  return z
    .number(what)
    .int(what)
    .min(least, `At least ${least} is possible here.`)
    .max(most, `At most ${most} is possible here.`)
}

const dayWords = 'Write a day as YYYY-MM-DD, such as 2026-05-04.'

/** A day in the organisation's time zone; null is open. Years with four digits keep days comparable as text. */
export const day = z.iso.date(dayWords).min(10, dayWords).max(10, dayWords).nullable()

export const username = line('Say whose it is: a username is needed.', 254)
export const accountNumber = line('Every row needs the account number of a retailer.', 60)
export const productCode = line('Every row needs the product code.', 60)

/** The library's own words would speak of types and inputs. */
export const error = ({ code, ...issue }: { code?: string; keys?: string[] }) =>
  code === 'unrecognized_keys' ? `There is no field ${issue.keys?.join(', ')}.` : 'A row is an object with fields.'
