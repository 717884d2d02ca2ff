import { Button, Stack, Text, Title } from '@mantine/core'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { AccountPart } from '../sign-in/AccountPart.tsx'
import { AttentionPart } from './AttentionPart.tsx'
import { DevicePart } from './DevicePart.tsx'
import { headerWords, type LastTry } from './sync-status.ts'
import { ToolsPart } from './ToolsPart.tsx'

const results: Record<LastTry['result'], string> = {
  complete: 'complete',
  'no-connection': 'no connection',
  'server-trouble': 'the server is in trouble',
  'session-ended': 'nobody is signed in: sign in, then it goes on',
  refused: 'the server refused',
  'storage-problem': 'the storage of this device is full or lost',
}
const names = {
  retailers: 'Retailers',
  visits: 'Visits',
  targets: 'Targets',
  contacts: 'Contacts',
  products: 'Products',
  prices: 'Special prices',
  orders: 'Past orders',
}
const moment = (at: number | null) => (at === null ? 'never' : new Date(at).toLocaleString())

export function SyncStatusScreen() {
  const status = useStore(repApp.sync.status)
  const isNewVersionReady = useStore(repApp.newVersion.isReady)
  const { waiting, lastTry } = status
  const unsent = waiting.orders + waiting.quotes + waiting.notes + status.attention
  return (
    <Stack>
      <Title order={1}>Sync Status</Title>
      <Text fw={650} role="status">
        {headerWords(status.header)}
      </Text>
      {isNewVersionReady && <Button onClick={repApp.newVersion.reload}>Start the new version</Button>}
      <Stack component="section" gap="xs" aria-label="Last sync">
        <Text>Last complete sync: {moment(status.lastCompleteAt)}</Text>
        {lastTry && (
          <Text>
            Last try: {moment(lastTry.at)}, {results[lastTry.result]}
          </Text>
        )}
        {status.nextTryAt !== null && <Text>Next try: {moment(status.nextTryAt)}</Text>}
        <Button onClick={() => void repApp.sync.syncNow()}>Sync now</Button>
      </Stack>
      <Stack component="section" gap="xs" aria-label="Waiting to upload">
        <Title order={2}>Waiting to upload</Title>
        <Text>
          Orders: {waiting.orders} · Quotes: {waiting.quotes} · Notes: {waiting.notes}
        </Text>
        {waiting.oldestAt !== null && <Text>The oldest is of {moment(waiting.oldestAt)}.</Text>}
        {status.ofOthers > 0 && (
          <Text>{status.ofOthers} unsent of another user. They go out when that user signs in.</Text>
        )}
      </Stack>
      <AttentionPart count={status.attention} />
      <Stack component="section" gap="xs" aria-label="On this device">
        <Title order={2}>On this device</Title>
        {status.collections.map(({ collection, have, total, isComplete }) => (
          <Text key={collection}>
            {names[collection]}: {isComplete ? have : `${have} of ${total}`}
          </Text>
        ))}
      </Stack>
      <AccountPart unsent={unsent} />
      <DevicePart clockDifferenceMs={status.clockDifferenceMs} />
      <ToolsPart unsent={unsent} />
    </Stack>
  )
}
