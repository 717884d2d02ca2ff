import type { RecordType } from '../device/rows.ts'

/** What the frame says about a draft, as long as the rep stays on the screen `at` this path. */
export type DraftNotice = { type: RecordType; at: string } & (
  | { kind: 'kept'; id: string; isFix: boolean }
  | { kind: 'deleted' | 'cancelled'; undo(): Promise<void> }
)
