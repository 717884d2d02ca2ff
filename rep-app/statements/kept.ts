import type { RecordType } from '../device/rows.ts'
import { always, choose, type Statement } from './statement.ts'
import { typeWords } from './type-words.ts'

/** A form that is being written. `kept` is what the disk said about its last write. */
export type KeptFacts = { kept: 'empty' | 'keeping' | 'kept' | 'not-kept' | 'saved'; isFix: boolean }

export const keptStatements: readonly Statement<KeptFacts, string | undefined>[] = [
  {
    words: "This device couldn't keep your last changes.",
    because: 'The last write of this form to the disk failed.',
    when: ({ kept }) => kept === 'not-kept',
    say: () => "This device couldn't keep your last changes.",
  },
  {
    words: 'Your changes are kept on this device. Save to send it again.',
    because: 'A refused item is open, and its last change is on the disk.',
    when: ({ kept, isFix }) => kept === 'kept' && isFix,
    say: () => 'Your changes are kept on this device. Save to send it again.',
  },
  {
    words: 'Kept as a draft on this device.',
    because: 'The last change of the form is on the disk, as a draft.',
    when: ({ kept }) => kept === 'kept',
    say: () => 'Kept as a draft on this device.',
  },
  { words: '(nothing)', because: 'The form is empty, or a write is not finished.', when: always, say: () => undefined },
]

export const keptWords = (facts: KeptFacts): string | undefined => choose(keptStatements, facts)

/** A form that the rep has left. */
export type LeftFacts = { type: RecordType; isFix: boolean }

export const leftStatements: readonly Statement<LeftFacts, string>[] = [
  {
    words: 'Your changes to the order are kept. It still needs attention.',
    because: 'A refused item was left with its last change on the disk.',
    when: ({ isFix }) => isFix,
    say: ({ type }) => `Your changes to the ${typeWords[type]} are kept. It still needs attention.`,
  },
  {
    words: 'Kept as a draft. The order stays on this device until you save it.',
    because: 'The form was left with its last change on the disk, as a draft.',
    when: always,
    say: ({ type }) => `Kept as a draft. The ${typeWords[type]} stays on this device until you save it.`,
  },
]

export const leftWords = (facts: LeftFacts): string => choose(leftStatements, facts)
