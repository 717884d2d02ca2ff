/** The browser's name for a failed write. Dexie wraps the browser's error, and may wrap it again for a transaction. */
export function faultNameOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined
  const { inner } = fault as Error & { inner?: unknown }
  return inner instanceof Error ? faultNameOf(inner) : fault.name
}

export const isFullDisk = (fault: unknown): boolean => faultNameOf(fault) === 'QuotaExceededError'
