import { Refused } from '../api/ask.ts'

/** The order is fine, but the sign-in is too old for it. */
export const hasToConfirm = (fault: Error | null) => fault instanceof Refused && fault.kind === 'confirm-first'
