import { Stack, Text, Title } from '@mantine/core'
import { appVersion } from '../device/app-version.ts'
import { readStorage } from '../device/storage.ts'
import { useRows } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

/** What whoever helps on the telephone asks for first. */
export function DevicePart({ clockDifferenceMs }: { clockDifferenceMs: number }) {
  const storage = useRows(readStorage)
  const minutes = Math.round(clockDifferenceMs / 60_000)
  return (
    <Stack component="section" gap="xs" aria-label="Device">
      <Title order={2}>Device</Title>
      {storage && (
        <Text>
          Storage: {megabytes(storage.usedBytes)} used, {megabytes(storage.freeBytes)} free.{' '}
          {storage.isProtected
            ? 'Protected from clean-up.'
            : 'Not protected: the browser may clean it up when space is short.'}
        </Text>
      )}
      <Text>
        App version {appVersion} on {repApp.device.name}
      </Text>
      <Text c="dimmed">{repApp.device.id}</Text>
      {minutes !== 0 && (
        <Text>
          The clock of this device is {Math.abs(minutes)} min {minutes > 0 ? 'behind' : 'ahead of'} the server. Orders
          go out all the same.
        </Text>
      )}
    </Stack>
  )
}
