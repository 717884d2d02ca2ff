import { z } from 'zod'

/** A NUL character or half of a surrogate pair. UTF-8 can't encode the half, and PostgreSQL stores neither. */
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export const isStorable = (text: string): boolean => !unstorable.test(text)

const unstorableText = 'This text contains a character that can’t be stored. Type the text again.'

/** Text in a request. Every request uses this schema instead of `z.string()`. */
export const text = (message?: string) => z.string(message).refine(isStorable, unstorableText)

/** A text that must say something. A form shows `missing` at the empty field. */
export const filledText = (missing: string, most: number) => shortText(most, missing).min(1, missing)

export const shortText = (most: number, message?: string) =>
  text(message).trim().max(most, `Use at most ${most} characters.`)
