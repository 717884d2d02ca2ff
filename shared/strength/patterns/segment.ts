export type SegmentKind =
  | 'letters'
  | 'word'
  | 'own'
  | 'company'
  | 'string'
  | 'digits'
  | 'date'
  | 'sequence'
  | 'keyboard'
  | 'copy'

/** A part of the password that one pattern explains, with its cost in decades. */
export type Segment = { kind: SegmentKind; start: number; end: number; cost: number }

export type Report = (kind: SegmentKind, start: number, end: number, cost: number) => void
