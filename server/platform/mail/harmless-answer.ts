import { oneLine } from './smtp-refusal.ts'

const longest = 300

/**
 * Makes a foreign server's answer safe to show. The answer is untrusted and may quote the mail. Page addresses are
 * removed, so no link leads an administrator astray and no reset link leaks. Anything that could be a handle or a code
 * goes too.
 */
export function harmlessAnswer(text: string): string {
  return oneLine(text)
    .replace(/(?:https?:\/\/|www\.)\S+/gi, '…')
    .replace(/[\w-]{43,}/g, '…')
    .replace(/(?<!\d)\d{6}(?!\d)/g, '…')
    .slice(0, longest)
}
