import { useCallback, useEffect, useRef, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp } from '../app/use-app.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { type Line, refreshLines } from './order-lines.ts'

type Draft = { lines: Line[]; note: string }
type Opened = Draft & { gone: number; canBeDraft: boolean }

const empty: Opened = { lines: [], note: '', gone: 0, canBeDraft: true }
const notSaved = "Couldn't save on this device. Your order is still here. Free some space, then save again."

/** The content of the order form, and the only way to save it. It reports success when the order is on the disk. */
export function useOrderForm(order: { retailerId: string; kind: 'order' | 'quote'; item: string | undefined }) {
  const { retailerId, kind, item } = order
  const app = useApp()
  const [form, setForm] = useState(empty)
  // Made when the form opens, so that a second tap on Save can't make a second order.
  const [id] = useState(() => item ?? crypto.randomUUID())
  const saving = useOneAtATime()
  const [refusal, setRefusal] = useState<string>()
  // Read when the rep is about to leave: React state would be updated too late.
  const unsaved = useRef(false)
  useEffect(() => {
    if (item !== undefined) void reopen(app, item).then(opened => opened && setForm(opened))
  }, [app, item])
  const change = (edit: (draft: Draft) => Partial<Draft>) => {
    unsaved.current = true
    setForm(now => ({ ...now, ...edit(now) }))
  }
  const save = async (isDraft: boolean): Promise<boolean> => {
    const { lines, note } = form
    if (lines.length === 0) setRefusal('Add a product first.')
    if (lines.length === 0) return false
    const taken = lines.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents }))
    const payload = { retailerId, lines: taken, note }
    const { saveDraft, saveOrder, saveQuote } = app.capture
    const saveFinal = kind === 'quote' ? saveQuote : saveOrder
    const saved = await (isDraft ? saveDraft(kind, payload, id) : saveFinal(payload, id))
    setRefusal(saved.kind === 'saved' ? undefined : notSaved)
    if (saved.kind === 'saved') unsaved.current = false
    return saved.kind === 'saved'
  }
  const isUnsaved = useCallback(() => unsaved.current, [])
  return { ...form, refusal, change, save, saving, isUnsaved }
}

async function reopen({ cache, capture }: RepApp, id: string): Promise<Opened | undefined> {
  const payload = await capture.read<'order'>(id).catch(() => undefined)
  if (!payload) return undefined
  const drafts = await capture.listDrafts()
  const lines = await refreshLines(cache, payload)
  return {
    lines,
    note: payload.note,
    gone: payload.lines.length - lines.length,
    // An item that the server rejected is no longer a draft.
    canBeDraft: drafts.some(draft => draft.id === id),
  }
}
