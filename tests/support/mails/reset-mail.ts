import type { ReceivedMail } from './smtp.ts'

/** Reads the link and the code from a reset or invitation email. */
export function readResetMail({ text }: Pick<ReceivedMail, 'text'>): { link: string; path: string; code: string } {
  const link = /https?:\/\/\S+\/(?:reset|invite)\/[\w-]{43}/.exec(text)?.[0]
  const code = /(?<!\d)\d{6}(?!\d)/.exec(text.replace(link ?? '', ''))?.[0]
  if (!link || !code) throw new Error(`This is no reset mail: ${text}`)
  return { link, path: new URL(link).pathname, code }
}

export const goodPassword = 'wombat-copper-lantern-73'
