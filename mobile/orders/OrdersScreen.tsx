import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import type { OutboxItem } from '../device/outbox.ts'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { Brought } from '../ui/Brought.tsx'
import { money } from '../ui/money.ts'
import { OutboxRow } from './OutboxRow.tsx'

const isOrder = ({ type }: OutboxItem) => type !== 'note'
const readDrafts = () => repApp.capture.listDrafts()
const readWaiting = async () => (await repApp.capture.listWaiting()).filter(isOrder)
const readSent = async () => (await repApp.capture.listSent()).filter(isOrder).slice(0, 20)
const readPast = () => repApp.cache.orders.orderBy('capturedAt').reverse().limit(30).toArray()

/** What was taken on this device, and what the server holds. */
export function OrdersScreen() {
  const { saved } = useSearch({ from: '/orders' })
  const [drafts, waiting, sent, past] = [
    useRows(readDrafts),
    useRows(readWaiting),
    useRows(readSent),
    useRows(readPast),
  ]
  return (
    <Stack>
      <Title order={1}>Orders and Quotes</Title>
      <div role="status">{saved && <Text>Saved on this device. It goes out with the next sync.</Text>}</div>
      <Brought>
        <Button component={Link} to="/retailers">
          New order
        </Button>
        {drafts && drafts.length > 0 && (
          <section aria-label="Drafts">
            <Title order={2}>Drafts</Title>
            {drafts.map(item => (
              <Group key={item.id}>
                <OutboxRow item={item} />
                <Button variant="default" onClick={() => void repApp.capture.deleteDraft(item.id)}>
                  Delete draft
                </Button>
              </Group>
            ))}
          </section>
        )}
        <section aria-label="Waiting to upload">
          <Title order={2}>Waiting to upload</Title>
          {waiting?.length === 0 && <Text>Nothing waits.</Text>}
          {waiting?.map(item => (
            <OutboxRow key={item.id} item={item} />
          ))}
        </section>
        {sent && sent.length > 0 && (
          <section aria-label="Sent from this device">
            <Title order={2}>Sent from this device</Title>
            {sent.map(item => (
              <OutboxRow key={item.id} item={item} />
            ))}
          </section>
        )}
        <section aria-label="Past orders">
          <Title order={2}>Past orders</Title>
          <ul className="list">
            {past?.map(({ id, number, kind, capturedAt, totalCents, by }) => (
              <li key={id} className="row">
                <span className="row-title">
                  {number} {kind === 'quote' && '(quote)'} · {money(totalCents)}
                </span>
                <span className="row-note">
                  {new Date(capturedAt).toLocaleDateString()} · {by}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </Brought>
    </Stack>
  )
}
