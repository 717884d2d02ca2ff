import { isAcceptable } from './labels.ts'
import type { Segment, SegmentKind } from './patterns/segment.ts'
import type { Label, Reason, ReasonCode, Tip } from './types.ts'

const REASON_OF: Partial<Record<SegmentKind, ReasonCode>> = {
  own: 'own-data',
  company: 'company',
  copy: 'repeats',
  sequence: 'sequence',
  keyboard: 'sequence',
  date: 'date',
  word: 'common-words',
  string: 'common-words',
}

/** The most useful reason first. */
const WEIGHT: SegmentKind[] = ['own', 'company', 'copy', 'keyboard', 'sequence', 'word', 'date', 'string']

const TIP_OF: Partial<Record<ReasonCode, Tip>> = {
  empty: 'type-something',
  'too-short': 'lengthen',
  'too-long': 'shorten',
  repeats: 'avoid-repeats',
  'few-characters': 'avoid-repeats',
  sequence: 'avoid-sequences',
  'own-data': 'avoid-own-data',
  company: 'avoid-company',
  'common-password': 'use-other-password',
  leaked: 'use-other-password',
  'digits-only': 'mix-in-letters',
  date: 'add-words',
  'common-words': 'add-words',
  predictable: 'add-words',
  checking: 'wait',
}

function weaknessesOf(segments: readonly Segment[]): Reason[] {
  const codes = new Set<ReasonCode>()
  const [first] = segments
  if (segments.length === 1 && (first?.kind === 'word' || first?.kind === 'string')) codes.add('common-password')
  for (const kind of WEIGHT) {
    const code = REASON_OF[kind]
    if (code && segments.some(segment => segment.kind === kind)) codes.add(code)
  }
  return codes.size > 0 ? [...codes].map(code => ({ code })) : [{ code: 'predictable' }]
}

function meritsOf(segments: readonly Segment[]): Reason[] {
  const words = segments.filter(segment => segment.kind === 'word').length
  if (words >= 3) return [{ code: 'words', count: words }]
  const lettersCost = segments.filter(segment => segment.kind === 'letters').reduce((sum, { cost }) => sum + cost, 0)
  const allCost = segments.reduce((sum, { cost }) => sum + cost, 0)
  return [{ code: lettersCost > allCost * 0.7 ? 'random' : 'mixed' }]
}

export function explain(label: Label, segments: readonly Segment[]): Reason[] {
  return isAcceptable(label) ? meritsOf(segments) : weaknessesOf(segments)
}

export function adviseOn(label: Label, reasons: readonly Reason[]): Tip | undefined {
  if (label === 4) return undefined
  const [reason] = reasons
  if (!isAcceptable(label)) return (reason && TIP_OF[reason.code]) ?? 'add-words'
  return reason?.code === 'random' ? 'lengthen' : 'add-a-word'
}
