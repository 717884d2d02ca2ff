import { daySeconds } from '../../../shared/time.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / daySeconds

export const factorEvents = [
  'factor-added',
  'factor-removed',
  'factors-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'company-linked',
  'company-unlinked',
] as const
export type FactorEvent = (typeof factorEvents)[number]

/** The kind of mail that tells of an event. */
export const kindOfFactorEvent = (event: FactorEvent): string => `second step: ${event}`

type Facts = { username: string; at: Date; link: string }

/** Tells the person what changed about the second step, with a link to object (ASVS 6.3.7). */
export function secondStepMail(event: FactorEvent, { username, at, link }: Facts): Mail {
  const { subject, happened } = words[event]
  return {
    subject,
    heading: subject,
    blocks: [
      { kind: 'paragraph', text: happened(username, `on ${momentWords(at)}`) },
      { kind: 'paragraph', text: 'If that was you, there is nothing to do.' },
      {
        kind: 'paragraph',
        text: `If that wasn't you, this link signs everyone out, locks the account and tells the administrators. It works for ${objectionDays} days.`,
      },
      { kind: 'link', label: "It wasn't me", address: link },
    ],
  }
}

const words: Record<FactorEvent, { subject: string; happened: (username: string, when: string) => string }> = {
  'factor-added': {
    subject: 'A second step was added to your account',
    happened: (username, when) => `A second step for signing in as ${username} was added ${when}.`,
  },
  'factor-removed': {
    subject: 'A second step was removed from your account',
    happened: (username, when) => `A second step for signing in as ${username} was removed ${when}.`,
  },
  'factors-removed': {
    subject: 'An administrator removed your second step',
    happened: (username, when) =>
      `An administrator removed the second step of ${username} ${when}. The password hasn't changed.`,
  },
  'recovery-codes-made': {
    subject: 'You have new recovery codes',
    happened: (username, when) => `New recovery codes for ${username} were made ${when}. Older ones no longer work.`,
  },
  'recovery-code-used': {
    subject: 'A recovery code was used',
    happened: (username, when) => `A recovery code was used to sign in as ${username} ${when}.`,
  },
  'company-linked': {
    subject: 'A company sign-in was linked to your account',
    happened: (username, when) =>
      `A company sign-in was linked to ${username} ${when}. It signs in without the password.`,
  },
  'company-unlinked': {
    subject: 'A company sign-in was unlinked from your account',
    happened: (username, when) => `The company sign-in of ${username} was unlinked ${when}.`,
  },
}
