import { useCallback } from 'react'
import type { Collection } from '../device/rows.ts'
import { emptyWords } from '../statements/downloaded.ts'
import { savedWords } from '../statements/saved.ts'
import { unsentWords } from '../statements/unsent.ts'
import type { RepApp } from './create-rep-app.ts'
import { useAppRows, useSession, useSync } from './use-app.tsx'

const countDrafts = async ({ capture }: RepApp) => (await capture.listDrafts()).length

/** The statement about the rep's unsent items. */
export function useUnsentWords(): string {
  const { waiting, attention, isConfirmed } = useSync()
  const drafts = useAppRows(countDrafts) ?? 0
  return unsentWords({ waiting: waiting.total, attention, drafts, isConfirmed })
}

/** The statement of an empty list. `none` is said only if the device has downloaded the collection completely. */
export function useEmptyWords(collection: Collection): (none: string) => string {
  const { collections } = useSync()
  const isDownloaded = collections.find(state => state.collection === collection)?.isComplete ?? false
  return none => emptyWords({ none, isDownloaded })
}

/** The statement about an item that was just saved. It follows the item. */
export function useSavedWords(id: string | undefined): string | undefined {
  const session = useSession()
  const ask = useCallback(async ({ capture }: RepApp) => (id === undefined ? undefined : capture.find(id)), [id])
  const item = useAppRows(ask)
  return savedWords({
    status: item?.status,
    number: item?.number ?? null,
    reason: item?.lastError?.message ?? null,
    isSignedIn: session.kind === 'signed-in',
  })
}
