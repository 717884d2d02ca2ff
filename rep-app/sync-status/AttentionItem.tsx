import { Button, Group } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { DraftLink } from '../app/DraftLink.tsx'
import { useApp, useAppRows, useSession } from '../app/use-app.tsx'
import type { OutboxItem } from '../device/outbox-db.ts'
import { OutboxRow } from '../orders/OutboxRow.tsx'
import { discardWords, retryWords } from '../statements/decided.ts'
import { TypedConfirmation } from '../ui/TypedConfirmation.tsx'

/** A rejected record: retry it unchanged, fix it or discard it. */
export function AttentionItem({ item, onDone }: { item: OutboxItem; onDone(words: string): void }) {
  const { capture } = useApp()
  const isSignedIn = useSession().kind === 'signed-in'
  const [isDiscarding, setIsDiscarding] = useState(false)
  const ask = useCallback(({ capture }: RepApp) => capture.read(item.id).catch(() => undefined), [item.id])
  const payload = useAppRows(ask)
  const discard = async () => {
    const done = await capture.discard(item.id)
    setIsDiscarding(false)
    onDone(discardWords(done))
  }
  const retry = async () => {
    onDone(retryWords({ isWaiting: await capture.retry(item.id), isSignedIn }))
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
          {payload && item.type !== 'cancel' && (
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
