import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MailPage as Mail } from '../../shared/contract/mail.ts'
import { alarmAfterSeconds, type MailState, mailStates } from '../../shared/contract/mail-lists.ts'
import { mailQuery } from '../api/queries.ts'
import { Problem } from '../ui/Problem.tsx'
import { Username } from '../ui/Username.tsx'
import { mailWords, momentWords, zoneWords } from '../users/user-words.ts'
import { mailStateWords } from './mail-words.ts'

/** Whether mail arrives: an alarm on top where it does not, and what became of each message. */
export function MailPage() {
  const [state, setState] = useState<MailState>()
  const [page, setPage] = useState(1)
  const { data, error } = useQuery(mailQuery({ ...(state && { state }), page }))
  const choose = (chosen: string) => {
    setState(mailStates.find(one => one === chosen))
    setPage(1)
  }
  return (
    <Stack>
      <Title order={1}>Mail</Title>
      {data && <Alarm seconds={data.oldestWaitingSeconds} />}
      <NativeSelect
        label="State"
        maw={240}
        data={[{ value: '', label: 'Any' }, ...mailStates.map(value => ({ value, label: mailStateWords[value] }))]}
        value={state ?? ''}
        onChange={event => choose(event.currentTarget.value)}
      />
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && data.messages.length === 0 && <Text>No such mail. What people ask for shows here.</Text>}
      {data && data.messages.length > 0 && <Messages messages={data.messages} />}
      {data && (page > 1 || data.hasMore) && (
        <Group justify="space-between">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <Button variant="default" disabled={!data.hasMore} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Alarm({ seconds }: { seconds: number | null }) {
  if (seconds === null || seconds <= alarmAfterSeconds) return null
  return (
    <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Mail is not going out">
      The oldest message has been waiting for {Math.floor(seconds / 60)} minutes. See below what the mail server said,
      and check the settings of the mail server.
    </Alert>
  )
}

function Messages({ messages }: { messages: Mail['messages'] }) {
  return (
    <Table aria-label="Mail" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>To</Table.Th>
          <Table.Th visibleFrom="sm">Asked for ({zoneWords()})</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th visibleFrom="sm">Tries</Table.Th>
          <Table.Th visibleFrom="sm">Last answer</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {messages.map(message => (
          <Table.Tr key={message.id}>
            <Table.Td>
              <Username text={message.to} />
              <Text c="dimmed" size="sm">
                {mailWords(message.kind)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{momentWords(message.createdAt)}</Table.Td>
            <Table.Td>
              {mailStateWords[message.state]}
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                {message.lastAnswer}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{message.attempts}</Table.Td>
            <Table.Td visibleFrom="sm">{message.lastAnswer ?? 'None yet'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
