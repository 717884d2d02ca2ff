import { DatabaseRefusal } from '../database/refusal.ts'
import { CommandError } from './terminal.ts'

/** A refusal is a sentence for a person, a fault keeps its stack for the person who fixes it. */
export function explainFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const isRefusal = fault instanceof CommandError || fault instanceof DatabaseRefusal || fault.name === 'ConfigError'
  if (isRefusal) return fault.message
  if ('code' in fault && fault.code === 'EADDRINUSE')
    return 'The port is in use. Stop what listens there, or set PORT to another one, such as PORT=3001.'
  return fault.stack ?? fault.message
}
