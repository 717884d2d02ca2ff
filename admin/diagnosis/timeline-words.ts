import type { TimelineEntry } from '../../shared/contract/diagnosis.ts'
import { actionWords } from '../ui/action-words.ts'
import { mailStateWords, mailWords } from '../ui/mail-words.ts'
import { reasonWords } from '../ui/reason-words.ts'

/** The details of one line: why, by whom and from where. */
export function detailWords(entry: TimelineEntry): string {
  const { by, network, device, mail } = entry
  if (mail) {
    const tries = mail.attempts === 1 ? '1 try' : `${mail.attempts} tries`
    return [mailStateWords[mail.state], tries, mail.lastAnswer].filter(Boolean).join(', ')
  }
  return [reasonWords(entry), actorWords(by), device, network].filter(Boolean).join(', ')
}

/** Fieldkey's own actions name no one. */
function actorWords(by: string | null): string {
  if (by === null || by === 'system') return ''
  return by === 'command-line' ? "on the server's command line" : `by ${by}`
}

/** True for an event that may explain a failed sign-in. */
export const isTrouble = ({ what, mail }: TimelineEntry) =>
  mail?.state === 'failed' || mail?.state === 'bounced' || troubles.includes(what)

const troubles = [
  'sign-in-refused',
  'reset-refused',
  'reset-not-delivered',
  'mail-bounced',
  'reset-code-wrong',
  'user-locked',
  'user-deactivated',
  'access-withdrawn',
  'retailer-closed',
  'marked-compromised',
  'change-objected',
]

/** Events without an actor. */
const endings = { 'reset-expired': 'The email expired unused', 'reset-voided': 'The reset was stopped' }

const happenings: Partial<Record<string, string>> = { ...actionWords, ...endings }

/** The words for an event. An event that this site doesn't know keeps its own name. */
export function happeningWords({ what, mail }: TimelineEntry): string {
  return mail ? `Mail: ${mailWords(what)}` : (happenings[what] ?? what)
}
