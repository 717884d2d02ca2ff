import { Button, Group } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { DraftLink } from '../app/DraftLink.tsx'
import { useApp, useAppRows } from '../app/use-app.tsx'
import type { OutboxItem } from '../device/outbox-db.ts'
import { OutboxRow } from '../orders/OutboxRow.tsx'
import type { Discarded } from '../sync/capture.ts'
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx'

const refusals: Record<Exclude<Discarded, 'discarded'>, string> = {
  'signed-out': "Sign in first. The item wasn't discarded.",
  'no-connection': "This needs a connection, so the server can keep a copy. The item wasn't discarded.",
  'not-kept': 'The server has no copy, so the item stays here. Export it below and send it to your administrator.',
}

/** A rejected record: retry it unchanged, fix it or discard it. */
export function AttentionItem({ item, onDone }: { item: OutboxItem; onDone(words: string): void }) {
  const { capture } = useApp()
  const [isDiscarding, setIsDiscarding] = useState(false)
  const ask = useCallback(({ capture }: RepApp) => capture.read(item.id).catch(() => undefined), [item.id])
  const payload = useAppRows(ask)
  const discard = async () => {
    const done = await capture.discard(item.id)
    setIsDiscarding(false)
    onDone(done === 'discarded' ? 'Discarded here. The server keeps a copy.' : refusals[done])
  }
  const retry = async () => {
    await capture.retry(item.id)
    onDone('It will be sent again.')
  }
  return (
    <li className="attention">
      <OutboxRow item={item} />
      {isDiscarding ? (
        <TypedConfirmation
          word="discard"
          toDo="to discard it. The server keeps a copy for your administrator."
          action="Discard"
          onConfirm={discard}
          onCancel={() => setIsDiscarding(false)}
        />
      ) : (
        <Group gap="xs">
          <Button variant="default" onClick={() => void retry()}>
            Retry
          </Button>
          {payload && (
            <Button
              variant="default"
              renderRoot={props => <DraftLink {...props} item={item} retailerId={payload.retailerId} />}
            >
              Open and fix
            </Button>
          )}
          <Button variant="default" onClick={() => setIsDiscarding(true)}>
            Discard
          </Button>
        </Group>
      )}
    </li>
  )
}
