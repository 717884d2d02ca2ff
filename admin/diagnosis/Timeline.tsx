import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TimelineEntry } from '../../shared/contract/diagnosis.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery } from '../api/queries.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { detailWords, happeningWords, isTrouble } from './timeline-words.ts'

const most = 100

/** Sign-ins, resets, locks and emails of a user or contact, the newest first. */
export function Timeline({ timeline, accountId }: { timeline: TimelineEntry[]; accountId: string }) {
  const { data: administrator } = useQuery(administratorQuery)
  const mayReadAudit = administrator && allows(administrator.rights, { module: 'audit', access: 'read' })
  return (
    <Stack gap="xs">
      <Title order={2}>What happened</Title>
      <Text c="dimmed">
        Times are in {zoneWords()}.{timeline.length >= most && ` The newest ${most} are shown.`}
      </Text>
      {mayReadAudit && (
        <Anchor underline="always" renderRoot={props => <Link {...props} to="/audit" search={{ person: accountId }} />}>
          All of it in the audit
        </Anchor>
      )}
      {timeline.length === 0 && <Text>Nothing yet.</Text>}
      {timeline.length > 0 && (
        <Table aria-label="What happened">
          <Table.Tbody>
            {timeline.map((entry, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything, and none ever moves
              <Table.Tr key={place}>
                <Table.Td w={130}>{momentWords(entry.at)}</Table.Td>
                <Table.Td>
                  <Text fw={isTrouble(entry) ? 600 : undefined}>{happeningWords(entry)}</Text>
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
