import { Button, Text, Title } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import type { Table } from 'dexie'
import type { RepApp } from '../app/create-rep-app.ts'
import { NewOrderBar } from '../app/NewOrderBar.tsx'
import { useAppRows } from '../app/use-app.tsx'
import { useDeleteDraft } from '../app/use-drafts.ts'
import { useEmptyWords, useSavedWords, useUnsentWords } from '../app/use-statements.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import { useNow } from '../device/use-now.ts'
import { Brought } from '../sign-in/Brought.tsx'
import { Inset } from '../ui/Inset.tsx'
import { OutboxRow } from './OutboxRow.tsx'
import { PastOrder } from './PastOrder.tsx'
import type { PastRow } from './read-order.ts'

const isOrder = ({ type }: OutboxItem) => type !== 'note' && type !== 'visit'
const MOST_PAST = 30

const readDrafts = ({ capture }: RepApp) => capture.listDrafts()
const readRefused = async ({ capture }: RepApp) => (await capture.listNeedingAttention()).filter(isOrder)
const readWaiting = async ({ capture }: RepApp) => (await capture.listWaiting()).filter(isOrder)
const readSent = async ({ capture }: RepApp) => (await capture.listSent()).filter(isOrder).slice(0, 20)
async function readPast({ cache }: RepApp) {
  const read = (table: Table<PastRow, string>) => table.orderBy('capturedAt').reverse().limit(MOST_PAST).toArray()
  const [bought, returned] = await Promise.all([read(cache.orders as never), read(cache.returns as never)])
  const orders = [...bought, ...returned]
    .sort((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1))
    .slice(0, MOST_PAST)
  const retailers = await cache.retailers.bulkGet(orders.map(({ retailerId }) => retailerId))
  return orders.map((order, place) => ({ order, retailer: retailers[place]?.name }))
}

/** The orders captured on this device, and those on the server. */
export function OrdersScreen() {
  const { saved } = useSearch({ from: '/orders' })
  const savedSaid = useSavedWords(saved)
  const unsentSaid = useUnsentWords()
  const emptySaid = useEmptyWords('orders')
  const deleteDraft = useDeleteDraft()
  const now = useNow()
  const drafts = useAppRows(readDrafts)
  const refused = useAppRows(readRefused)
  const waiting = useAppRows(readWaiting)
  const sent = useAppRows(readSent)
  const past = useAppRows(readPast)
  return (
    <>
      <Title order={1}>Orders and Quotes</Title>
      <div role="status">{savedSaid && <Text className="notice">{savedSaid}</Text>}</div>
      <Brought>
        {drafts && drafts.length > 0 && (
          <Inset title="Drafts">
            {drafts.map(item => (
              <div key={item.id} className="with-action">
                <OutboxRow item={item} />
                <Button variant="default" onClick={() => void deleteDraft(item)}>
                  Delete draft
                </Button>
              </div>
            ))}
          </Inset>
        )}
        {refused && refused.length > 0 && (
          <Inset title="Needs attention">
            {refused.map(item => (
              <OutboxRow key={item.id} item={item} />
            ))}
          </Inset>
        )}
        <Inset title="Waiting to upload">
          {waiting?.length === 0 && <Text className="inset-row">{unsentSaid}</Text>}
          {waiting?.map(item => (
            <OutboxRow key={item.id} item={item} />
          ))}
        </Inset>
        {sent && sent.length > 0 && (
          <Inset title="Sent from this device">
            {sent.map(item => (
              <OutboxRow key={item.id} item={item} />
            ))}
          </Inset>
        )}
        <Inset title="Past orders">
          {past?.length === 0 && <Text className="inset-row">{emptySaid('Nothing in the last 90 days.')}</Text>}
          <ul className="list">
            {past?.map(({ order, retailer }) => (
              <PastOrder key={order.id} order={order} retailer={retailer} now={now} />
            ))}
          </ul>
        </Inset>
        <NewOrderBar />
      </Brought>
    </>
  )
}
