import { daySeconds } from '../../../shared/time.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / daySeconds

export const newSignInKind = 'new sign-in'

type Facts = { username: string; at: Date; network: string; device: string; link: string }

/** Tells the person of a sign-in in a new browser after failed attempts (ASVS 6.3.5). The place is the network only. */
export function newSignInMail({ username, at, network, device, link }: Facts): Mail {
  return {
    subject: 'New sign-in to your account',
    heading: 'New sign-in to your account',
    blocks: [
      {
        kind: 'paragraph',
        text: `A browser that hasn't been used with your account before signed in as ${username}. There were failed attempts in the 24 hours before.`,
      },
      { kind: 'paragraph', text: `Time: ${momentWords(at)}` },
      { kind: 'paragraph', text: `Browser: ${device}` },
      { kind: 'paragraph', text: `Network: ${network}` },
      { kind: 'paragraph', text: 'If that was you, there is nothing to do.' },
      {
        kind: 'paragraph',
        text: `If that wasn't you, this link signs everyone out, locks the account and tells the administrators. It works for ${objectionDays} days.`,
      },
      { kind: 'link', label: "It wasn't me", address: link },
    ],
  }
}
