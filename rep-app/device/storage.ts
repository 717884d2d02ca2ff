export type StorageState = { usedBytes: number; freeBytes: number; isProtected: boolean }

/** How much the browser gives, and whether it may clean up by itself. */
export async function readStorage(): Promise<StorageState> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isProtected: await navigator.storage.persisted() }
}

export const askForProtection = (): Promise<boolean> => navigator.storage.persist()
