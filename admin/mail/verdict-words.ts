import type { SenderVerdict } from '../../shared/contract/mail-lists.ts'
import type { Tone } from '../ui/State.tsx'

export const verdictWords: Record<SenderVerdict, string> = {
  found: 'Found',
  missing: 'Not found',
  faulty: 'Wrong',
  'no-answer': "DNS isn't answering",
  unnamed: 'Not checked',
}

export const verdictTones: Record<SenderVerdict, Tone> = {
  found: 'good',
  missing: 'danger',
  faulty: 'danger',
  'no-answer': 'warning',
  unnamed: 'quiet',
}
