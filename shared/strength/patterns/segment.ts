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

/** A stretch of the password that one guess explains, at a cost in decades. */
export type Segment = { kind: SegmentKind; start: number; end: number; cost: number }

export type Report = (kind: SegmentKind, start: number, end: number, cost: number) => void
