import { oneLine } from './smtp-refusal.ts'

const longest = 300

/**
 * What a stranger's server said, for people to read. Nobody vouches for it, and it may quote the mail: addresses of
 * pages go, so that none leads an administrator astray, and with them the link of a reset; so does what could be a
 * handle or a code.
 */
export function harmlessAnswer(text: string): string {
  return oneLine(text)
    .replace(/(?:https?:\/\/|www\.)\S+/gi, '…')
    .replace(/[\w-]{43,}/g, '…')
    .replace(/(?<!\d)\d{6}(?!\d)/g, '…')
    .slice(0, longest)
}
