/** Classes and codes of PostgreSQL's own errors (its appendix A) that may pass with time, or on another server. */
const passing = [
  /^08/, // the connection
  /^57P0[1-3]$/, // the server stops, has crashed or is starting
  /^53/, // no disk space, no memory, no connections
  /^25006$/, // read-only
]

/** A proxy or pooler in between, and the driver itself, give no code. */
const spoken = [/^Connection terminated/, /^timeout exceeded when trying to connect$/, /^Query read timeout$/]

export const isReadOnlyFault = (fault: unknown) => codeOf(fault) === '25006'

/** True for faults that are not about the request: the database is away, full or read-only. */
export function isDatabaseUnavailable(fault: unknown): boolean {
  if (fault instanceof AggregateError) return fault.errors.some(isDatabaseUnavailable)
  if (!(fault instanceof Error)) return false
  if ('syscall' in fault && isOfConnection(fault.syscall)) return true
  const code = codeOf(fault)
  if (code !== undefined && passing.some(pattern => pattern.test(code))) return true
  return spoken.some(pattern => pattern.test(fault.message)) || isDatabaseUnavailable(fault.cause)
}

const isOfConnection = (syscall: unknown) => ['connect', 'getaddrinfo', 'read', 'write'].includes(String(syscall))

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined
}
