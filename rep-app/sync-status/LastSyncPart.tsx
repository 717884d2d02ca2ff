import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { headerWords, type LastTry, type SyncStatus } from '../sync/sync-status.ts'
import { Fact } from '../ui/Inset.tsx'
import { agoWords, inWords, whenWords } from '../ui/time-words.ts'

const results: Record<LastTry['result'], string> = {
  complete: 'complete',
  'no-connection': 'no connection',
  'server-trouble': 'the server has a problem',
  'session-ended': 'no one is signed in',
  refused: 'the server refused',
  'storage-problem': "this device's storage is full or damaged",
}
/** Why the sync failed, and what happens next. */
const help: Partial<Record<LastTry['result'], string>> = {
  'no-connection': 'No connection. Nothing is lost. The sync continues when the connection is back.',
  'server-trouble': 'The server has a problem. Nothing is lost. The app retries by itself.',
  'session-ended': "The app can't sync until you sign in.",
  refused: 'The server refused this device. Export the diagnostics below and send them to your administrator.',
  'storage-problem': "This device's storage is full or damaged. Free some space, then sync again.",
}

/** The last successful sync, the last attempt, and a button that is never disabled. */
export function LastSyncPart({ status: { header, lastCompleteAt, lastTry, nextTryAt } }: { status: SyncStatus }) {
  const { sync } = useApp()
  const now = useNow()
  const [isTrying, setIsTrying] = useState(false)
  const syncNow = async () => {
    setIsTrying(true)
    await sync.syncNow()
    setIsTrying(false)
  }
  // The message of the last attempt disappears when the next one starts.
  const isBusy = header.kind === 'sending' || header.kind === 'downloading'
  const said = isTrying ? 'Trying …' : !isBusy && lastTry ? help[lastTry.result] : undefined
  return (
    <section aria-label="Last sync" className="group">
      <div className="inset">
        <p className="inset-row inset-head" data-kind={header.kind}>
          {headerWords(header)}
        </p>
        <Fact label="Last complete sync">{lastCompleteAt === null ? 'never' : whenWords(lastCompleteAt, now)}</Fact>
        {lastTry && (
          <Fact label="Last try" isAlarming={lastTry.result === 'storage-problem' || lastTry.result === 'refused'}>
            {agoWords(lastTry.at, now)}: {results[lastTry.result]}
          </Fact>
        )}
        <Fact label="Next try">{isBusy ? 'now' : nextTryWords(nextTryAt, lastTry, now)}</Fact>
        <div className="inset-row">
          <Button fullWidth onClick={() => void syncNow()}>
            Sync now
          </Button>
          <Text role="status" className="said">
            {said}
          </Text>
        </div>
      </div>
    </section>
  )
}

function nextTryWords(at: number | null, lastTry: LastTry | null, now: number): string {
  if (at !== null) return inWords(at, now)
  return lastTry?.result === 'session-ended' ? 'after a sign-in' : 'now'
}
