import { type DestinationStream, type Logger, pino } from 'pino'
import { maskHandles } from './mask-path.ts'
import type { LogLevel } from './settings/config.ts'

/** Fields that must never reach a log. If code logs one by mistake, it appears as `[redacted]`. */
const secretNames = ['password', 'newPassword', 'confirmPassword', 'token', 'handle', 'link', 'cookie', 'authorization']
const secretPlaces = [...secretNames, 'code', 'body', 'headers'].flatMap(name => [name, `*.${name}`, `*.*.${name}`])

/** Writes one JSON object per line, times in UTC (ASVS 16.2.2). Line breaks in values are escaped (ASVS 16.4.1). */
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

type LoggedError = {
  type: string
  message?: string
  reason?: string
  stack?: string
  cause?: unknown
  errors?: unknown[]
}

const longestMessage = 500
const mostErrors = 5
const deepestCause = 4

/**
 * Describes a fault by named properties only: libraries attach parameters, rows and whole messages to their errors. Its
 * `code` (ECONNREFUSED) is printed as `reason`, because in this product `code` is the secret of a mail.
 */
function describeFault(fault: unknown, depth = 0): LoggedError {
  if (typeof fault === 'string') return { type: 'string', message: fault.slice(0, longestMessage) }
  if (typeof fault !== 'object' || fault === null) return { type: fault === null ? 'null' : typeof fault }
  const { message, code, stack, cause, errors } = fault as Record<string, unknown>
  const inner = (part: unknown) => describeFault(part, depth + 1)
  const isError = fault instanceof Error
  return {
    type: isError ? fault.name : (fault.constructor?.name ?? 'object'),
    message:
      typeof message === 'string'
        ? message
        : `Thrown with the properties ${Object.keys(fault).join(', ').slice(0, 100)}`,
    ...((typeof code === 'string' || typeof code === 'number') && { reason: String(code) }),
    ...(isError && typeof stack === 'string' && { stack }),
    ...(cause !== undefined && depth < deepestCause && { cause: inner(cause) }),
    // A name with several addresses fails with an AggregateError that has no message of its own.
    ...(Array.isArray(errors) && depth < deepestCause && { errors: errors.slice(0, mostErrors).map(inner) }),
  }
}
