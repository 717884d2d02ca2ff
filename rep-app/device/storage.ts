export type StorageState = { usedBytes: number; freeBytes: number; isProtected: boolean }

/** The storage quota, and whether the browser may evict the data. */
export async function readStorage(): Promise<StorageState> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isProtected: await navigator.storage.persisted() }
}

export const askForProtection = (): Promise<boolean> => navigator.storage.persist()
