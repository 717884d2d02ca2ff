import { Refused } from '../api/ask.ts'

/** The command is allowed, but the last sign-in is too old for it. */
export const hasToConfirm = (fault: Error | null) => fault instanceof Refused && fault.kind === 'confirm-first'
