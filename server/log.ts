import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'
import { maskHandles } from './mask-path.ts'

/** Never meant to reach a log. Should a line of code hand one over all the same, it is printed as `[redacted]`. */
const secretNames = ['password', 'newPassword', 'confirmPassword', 'token', 'handle', 'link', 'cookie', 'authorization']
const secretPlaces = [...secretNames, 'code', 'body', 'headers'].flatMap(name => [name, `*.${name}`, `*.*.${name}`])

/** One JSON object a line, times in UTC (ASVS 16.2.2). Line breaks in values come out escaped (ASVS 16.4.1). */
export function createLog({ level, destination }: { level: LogLevel; destination?: DestinationStream }): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: describeFault },
      redact: { paths: secretPlaces, censor: '[redacted]' },
      hooks: { streamWrite: maskHandles },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  )
}

type Described = { type: string; message: string; reason?: string; stack?: string; cause?: unknown }

/**
 * What is told of a fault, by name: libraries hang parameters, rows and whole messages on their errors. Its `code`
 * (ECONNREFUSED) is printed as `reason`: what is called code here is the secret of a mail.
 */
function describeFault(fault: unknown, depth = 0): Described | string {
  if (!(fault instanceof Error)) return typeof fault
  const { name, message, stack, cause } = fault
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined
  return {
    type: name,
    message,
    ...(code && { reason: code }),
    ...(stack && { stack }),
    ...(cause !== undefined && depth < 4 && { cause: describeFault(cause, depth + 1) }),
  }
}
