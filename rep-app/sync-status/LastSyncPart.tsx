import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { completeWords, resultWords, tryWords } from '../statements/last-try.ts'
import { headerWords } from '../statements/status-words.ts'
import type { LastTry, SyncStatus } from '../sync/sync-status.ts'
import { Fact } from '../ui/Inset.tsx'
import { agoWords, inWords, whenWords } from '../ui/time-words.ts'

const alarming: readonly LastTry['result'][] = ['storage-full', 'storage-problem', 'refused']

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
  const said = isTrying ? 'Trying …' : tryWords({ result: lastTry?.result, isBusy })
  return (
    <section aria-label="Last sync" className="group">
      <div className="inset">
        <p className="inset-row inset-head" data-kind={header.kind}>
          {headerWords(header)}
        </p>
        <Fact label="Last complete sync">
          {completeWords(lastCompleteAt === null ? undefined : whenWords(lastCompleteAt, now))}
        </Fact>
        {lastTry && (
          <Fact label="Last try" isAlarming={alarming.includes(lastTry.result)}>
            {agoWords(lastTry.at, now)}: {resultWords[lastTry.result]}
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
