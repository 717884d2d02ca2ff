import { Stack, Table, Text, Title } from '@mantine/core'
import type { LinkedDevice } from '../../shared/contract/users.ts'
import { momentWords } from '../ui/moments.ts'

/** The devices with the rep's app. Unsent items on a device are kept and go out when the rep signs in there. */
export function LinkedDevices({ devices }: { devices: readonly LinkedDevice[] }) {
  if (devices.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2}>Devices with the app</Title>
      <Table aria-label="Devices with the app">
        <Table.Tbody>
          {devices.map(device => (
            <Table.Tr key={device.id}>
              <Table.Td>
                {device.name}, version {device.appVersion}
                <Text c="dimmed" size="sm">
                  {device.lastSyncAt ? `Complete ${momentWords(device.lastSyncAt)}` : 'Never complete'}, seen{' '}
                  {momentWords(device.lastSeenAt)}
                </Text>
                <Text size="sm" {...(device.oldestWaitingAt === null && { c: 'dimmed' })}>
                  {waitingWords(device)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function waitingWords({ waiting, oldestWaitingAt }: LinkedDevice): string {
  const parts = [
    countWords(waiting.orders, 'order'),
    countWords(waiting.quotes, 'quote'),
    countWords(waiting.notes, 'note'),
    countWords(waiting.others, 'other item'),
  ].filter(Boolean)
  if (parts.length === 0) return 'Nothing is waiting to be sent.'
  const since = oldestWaitingAt === null ? '' : `, the oldest since ${momentWords(oldestWaitingAt)}`
  return `Waiting to be sent: ${parts.join(', ')}${since}.`
}

const countWords = (count: number, what: string) => count > 0 && `${count} ${what}${count === 1 ? '' : 's'}`
