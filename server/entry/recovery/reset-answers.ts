import type { CommandAnswer } from '../../platform/api/api-problems.ts'
import { waitingWords } from './address-words.ts'
import type { ResetAsked } from './request-reset.ts'

type ResetSent = ResetAsked | { kind: 'above-you' }

/** What an administrator reads after sending a password reset email. */
export function resetAnswer(asked: ResetSent, address: string): CommandAnswer {
  const { kind } = asked
  switch (kind) {
    case 'asked':
      return { kind, text: `An email to ${address} is on its way. Its link and code work for a day.` }
    case 'on-its-way':
      return { kind, text: `An email to ${address} was sent less than a minute ago. Nothing more was sent.` }
    case 'address-waits':
      return { refused: kind, text: waitingWords(asked) }
    case 'above-you':
    case 'no-address':
    case 'has-password':
    case 'too-many':
      return kind
  }
}

export function invitationAnswer(asked: ResetSent, address: string): CommandAnswer {
  if (asked.kind !== 'asked') return resetAnswer(asked, address)
  return { kind: asked.kind, text: `An invitation to ${address} is on its way. It works for three days.` }
}
