import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import type { RecordType } from '../device/rows.ts'
import { useStore } from '../device/use-store.ts'
import type { Form, KeptState } from '../sync/form.ts'
import { useApp } from './use-app.tsx'

/** The state of a form, and a word in the frame when the rep leaves it with a draft. */
export function useKept(form: Pick<Form<never>, 'id' | 'state'>, type: RecordType, isFix = false): KeptState {
  const { draftNotice } = useApp()
  const router = useRouter()
  useEffect(() => {
    return () => {
      const state = form.state.get()
      if (state !== 'kept' && state !== 'keeping') return
      draftNotice.set({ kind: 'kept', type, id: form.id, isFix, at: router.latestLocation.pathname })
    }
  }, [form, type, isFix, draftNotice, router])
  return useStore(form.state)
}

/** Deletes a draft, and offers to undo it. */
export function useDeleteDraft(): (draft: { id: string; type: RecordType }) => Promise<void> {
  const { forms, draftNotice } = useApp()
  const router = useRouter()
  return useCallback(
    async ({ id, type }) => {
      const undo = await forms.deleteDraft(id)
      if (undo) draftNotice.set({ kind: 'deleted', type, undo, at: router.latestLocation.pathname })
    },
    [forms, draftNotice, router],
  )
}
