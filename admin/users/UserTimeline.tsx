import { Stack, Table, Text, Title } from '@mantine/core'
import type { UserDetails } from '../../shared/contract/users.ts'
import { mailStateWords } from '../mail/mail-words.ts'
import { happeningWords, momentWords, zoneWords } from './user-words.ts'

type Entry = UserDetails['timeline'][number]

/** Sign-ins, resets and mails in one line of time, the newest first. */
export function UserTimeline({ timeline }: { timeline: Entry[] }) {
  return (
    <Stack gap="xs">
      <Title order={2}>What happened</Title>
      <Text c="dimmed">Times are in {zoneWords()}.</Text>
      {timeline.length === 0 && <Text>Nothing yet.</Text>}
      {timeline.length > 0 && (
        <Table aria-label="What happened">
          <Table.Tbody>
            {timeline.map((entry, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything, and none ever moves
              <Table.Tr key={place}>
                <Table.Td w={130}>{momentWords(entry.at)}</Table.Td>
                <Table.Td>
                  {happeningWords(entry)}
                  <Text c="dimmed" size="sm">
                    {detailWords(entry)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

function detailWords({ by, network, device, mail }: Entry): string {
  if (mail) {
    const tries = mail.attempts === 1 ? '1 try' : `${mail.attempts} tries`
    return [mailStateWords[mail.state], tries, mail.lastAnswer].filter(Boolean).join(', ')
  }
  return [by && `by ${by}`, device, network].filter(Boolean).join(', ')
}
