import { Anchor, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WaitingDevice } from '../../shared/contract/held-items.ts'
import { waitingDevicesQuery } from '../api/queries.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { type HeldCommand, waitingWords } from './held-words.ts'

type OnCommand = ((order: HeldCommand) => void) | undefined

/** Orders that exist on a device alone. */
export function WaitingDevices({ onCommand }: { onCommand: OnCommand }) {
  const { data, error } = useQuery(waitingDevicesQuery)
  return (
    <Stack>
      <Title order={2}>On devices</Title>
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={100} />}
      {data?.devices.length === 0 && <Text>Every device reports that everything is sent.</Text>}
      {data && data.devices.length > 0 && (
        <Table aria-label="Devices with unsent items" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Person</Table.Th>
              <Table.Th>Waiting</Table.Th>
              <Table.Th visibleFrom="sm">Last seen ({zoneWords()})</Table.Th>
              <Table.Th>Release</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.devices.map(device => (
              <DeviceRow key={`${device.person.id} ${device.device}`} device={device} onCommand={onCommand} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

function DeviceRow({ device, onCommand }: { device: WaitingDevice; onCommand: OnCommand }) {
  const { person, waiting, oldestWaitingAt, lastSeenAt, appVersion } = device
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/users/${person.id}`} underline="always">
          {person.fullName}
        </Anchor>
        <Text c="dimmed" size="sm">
          {device.device}, version {appVersion}
        </Text>
      </Table.Td>
      <Table.Td>
        {waitingWords(waiting)}
        {oldestWaitingAt !== null && (
          <Text c="dimmed" size="sm">
            since {momentWords(oldestWaitingAt)}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">{momentWords(lastSeenAt)}</Table.Td>
      <Table.Td>
        <ReleaseCell device={device} onCommand={onCommand} />
      </Table.Td>
    </Table.Tr>
  )
}

function ReleaseCell({ device, onCommand }: { device: WaitingDevice; onCommand: OnCommand }) {
  const { releasedUntil, canSignIn, canBeReleased, person } = device
  if (releasedUntil !== null) return <Text size="sm">Released until {momentWords(releasedUntil)}</Text>
  if (canSignIn) return <Text size="sm">Goes out when {person.fullName} is online and signed in</Text>
  if (!canBeReleased) return <Text size="sm">Not known without a sign-in</Text>
  if (!onCommand) return <Text size="sm">Not released</Text>
  return (
    <Button
      variant="default"
      aria-label={`Release: ${person.fullName}`}
      onClick={() => onCommand({ name: 'release', device })}
    >
      Release
    </Button>
  )
}
