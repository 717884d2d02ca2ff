import { DatabaseError } from 'pg'

/**
 * Errors for values that PostgreSQL cannot store: bytes that are not text (22021, 22P05), numbers and times out of
 * range (22003, 22008), text of another type (22P02, 22007), and nesting beyond its stack (54001).
 */
const codes = ['22003', '22007', '22008', '22021', '22P02', '22P05', '54001']

export function isUnstorable(fault: unknown): boolean {
  return fault instanceof DatabaseError && codes.includes(fault.code ?? '')
}
