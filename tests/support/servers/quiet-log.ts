import type { JobsLog } from '../../../server/platform/jobs/jobs.ts'

/** A log that prints nothing and can be read, for tests that search it for secrets. */
export function createQuietLog(): { log: JobsLog; lines: unknown[][] } {
  const lines: unknown[][] = []
  const take = (...line: unknown[]) => {
    lines.push(line)
  }
  return { log: { info: take, warn: take, error: take }, lines }
}
