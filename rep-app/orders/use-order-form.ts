import { useCallback, useEffect, useRef, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp } from '../app/use-app.tsx'
import type { OrderPayload } from '../device/rows.ts'
import { failedWords } from '../statements/saved.ts'
import type { Form } from '../sync/form.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { type Line, refreshLines } from './order-lines.ts'

type Content = { lines: Line[]; note: string }
export type OpenedOrder = {
  kind: 'new' | 'draft' | 'attention'
  form: Form<OrderPayload>
  gone: number
  content: Content
}
export type OrderRef = { retailerId: string; kind: 'order' | 'quote'; item: string }

/** Opens the form of an order: an empty one, a draft or a rejected order. `closed` if it can't be changed. */
export function useOpenedOrder({ kind, item }: OrderRef): OpenedOrder | 'closed' | undefined {
  const app = useApp()
  const [opened, setOpened] = useState<OpenedOrder | 'closed'>()
  useEffect(() => {
    let isLeft = false
    void openOrder(app, { kind, item }).then(order => isLeft || setOpened(order))
    return () => {
      isLeft = true
    }
  }, [app, kind, item])
  return opened
}

async function openOrder(
  app: RepApp,
  { kind, item }: Pick<OrderRef, 'kind' | 'item'>,
): Promise<OpenedOrder | 'closed'> {
  const opened = await app.forms.open(kind, item)
  if (opened.kind === 'closed') return 'closed'
  const { form, content } = opened
  const lines = content ? await refreshLines(app, content) : []
  const gone = (content?.lines.length ?? 0) - lines.length
  return { kind: opened.kind, form, gone, content: { lines, note: content?.note ?? '' } }
}

/** The content of an open form. Each change is written to the disk as it is made, and saving ends the form. */
export function useOrderForm({ retailerId, kind }: OrderRef, { form, content }: OpenedOrder) {
  const [shown, setShown] = useState(content)
  // Two changes may come before React draws the first one.
  const now = useRef(content)
  const saving = useOneAtATime()
  const [refusal, setRefusal] = useState<string>()
  const keep = useCallback(
    () => form.keep(isEmpty(now.current) ? undefined : payloadOf(retailerId, now.current)),
    [form, retailerId],
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
    const saved = await form.save(payloadOf(retailerId, now.current))
    setRefusal(saved.kind === 'saved' ? undefined : failedWords(kind, saved))
    return saved.kind === 'saved'
  }
  return { ...shown, refusal, refuse: setRefusal, change, keep, save, saving }
}

const isEmpty = ({ lines, note }: Content) => lines.length === 0 && note.trim() === ''

const payloadOf = (retailerId: string, { lines, note }: Content): OrderPayload => ({
  retailerId,
  lines: lines.map(({ productId, quantity, priceCents }) => ({ productId, quantity, priceCents })),
  note,
})
