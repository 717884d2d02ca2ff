import { useCallback, useEffect, useRef, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp } from '../app/use-app.tsx'
import type { OrderPayload, OrderType } from '../device/rows.ts'
import { failedWords } from '../statements/saved.ts'
import type { Form } from '../sync/form.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { type Line, refreshLines } from './order-lines.ts'

/** The fields beside the lines. Each kind sends its own ones. */
export type OrderFields = Pick<OrderPayload, 'note' | 'requestedDay' | 'validUntil' | 'contactId' | 'quoteId'>
export type Content = OrderFields & { lines: Line[] }
export type OpenedOrder = {
  kind: 'new' | 'draft' | 'attention'
  form: Form<OrderPayload>
  gone: number
  content: Content
}
export type OrderRef = { retailerId: string; kind: OrderType; item: string }

/** Opens the form of an order: an empty one, a draft or a rejected order. `closed` if it can't be changed. */
export function useOpenedOrder({ retailerId, kind, item }: OrderRef): OpenedOrder | 'closed' | undefined {
  const app = useApp()
  const [opened, setOpened] = useState<OpenedOrder | 'closed'>()
  useEffect(() => {
    let isLeft = false
    void openOrder(app, { retailerId, kind, item }).then(order => isLeft || setOpened(order))
    return () => {
      isLeft = true
    }
  }, [app, retailerId, kind, item])
  return opened
}

async function openOrder(app: RepApp, { retailerId, kind, item }: OrderRef): Promise<OpenedOrder | 'closed'> {
  const before = await app.capture.find(item)
  const opened = await app.forms.open(kind, item)
  if (opened.kind === 'closed') return 'closed'
  const { form, content: kept } = opened
  const lines = kept ? await refreshLines(app, kept) : []
  const gone = (kept?.lines.length ?? 0) - lines.length
  const content = { ...(kept ?? { note: '' }), lines }
  // The rep chose another kind: the draft becomes one of it.
  if (before?.status === 'draft' && before.type !== kind) form.keep(payloadOf({ retailerId, kind }, content))
  return { kind: opened.kind, form, gone, content }
}

/** The content of an open form. Each change is written to the disk as it is made, and saving ends the form. */
export function useOrderForm({ retailerId, kind }: OrderRef, { form, content }: OpenedOrder) {
  const [shown, setShown] = useState(content)
  // Two changes may come before React draws the first one.
  const now = useRef(content)
  const saving = useOneAtATime()
  const [refusal, setRefusal] = useState<string>()
  const keep = useCallback(
    () => form.keep(isEmpty(now.current) ? undefined : payloadOf({ retailerId, kind }, now.current)),
    [form, retailerId, kind],
  )
  const change = useCallback(
    (edit: (draft: Content) => Partial<Content>) => {
      now.current = { ...now.current, ...edit(now.current) }
      // The write begins first: to draw takes a slow tablet longer.
      keep()
      setShown(now.current)
    },
    [keep],
  )
  const save = async (): Promise<boolean> => {
    if (now.current.lines.length === 0) setRefusal('Add a product first.')
    if (now.current.lines.length === 0) return false
    const saved = await form.save(payloadOf({ retailerId, kind }, now.current))
    setRefusal(saved.kind === 'saved' ? undefined : failedWords(kind, saved))
    return saved.kind === 'saved'
  }
  return { ...shown, refusal, refuse: setRefusal, change, keep, save, saving }
}

const isEmpty = ({ lines, note }: Content) => lines.length === 0 && note.trim() === ''

/** A field of another kind is not sent.  */
function payloadOf({ retailerId, kind }: Omit<OrderRef, 'item'>, content: Content): OrderPayload {
  const { lines, note, requestedDay, validUntil, contactId, quoteId } = content
  return {
    retailerId,
    lines: lines.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents })),
    note,
    ...(contactId && { contactId }),
    ...(kind === 'order' && requestedDay && { requestedDay }),
    ...(kind === 'order' && quoteId && { quoteId }),
    ...(kind === 'quote' && validUntil && { validUntil }),
  }
}
