import { z } from 'zod'

/** A NUL character, or half of a surrogate pair: no UTF-8 text holds the half, and PostgreSQL stores neither. */
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export const isStorable = (text: string): boolean => !unstorable.test(text)

const unstorableText = 'This text contains a character that can’t be stored. Type the text again.'

/** Any text that a request brings. Every request uses this schema instead of `z.string()`. */
export const text = (message?: string) => z.string(message).refine(isStorable, unstorableText)
