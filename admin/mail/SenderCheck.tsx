import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { senderQuery } from '../api/queries.ts'
import { Problem } from '../ui/Problem.tsx'
import { State } from '../ui/State.tsx'
import { verdictTones, verdictWords } from './verdict-words.ts'

const recordWords = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' } as const

/** The sender's DNS records, and the records to publish. */
export function SenderCheck({ onClose }: { onClose: () => void }) {
  const { data, error, isFetching, refetch } = useQuery(senderQuery)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2}>The sender in DNS</Title>
        <Group gap="sm">
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            Check again
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Group>
      {error && <Problem fault={error} />}
      {!data && !error && <Skeleton height={160} />}
      {data && (
        <Table aria-label="The sender in DNS" verticalSpacing="sm">
          <Table.Tbody>
            {data.checks.map(({ record, verdict, name, found, text, publish }) => (
              <Table.Tr key={`${record} ${name}`}>
                <Table.Th scope="row" w={80}>
                  {recordWords[record]}
                </Table.Th>
                <Table.Td>
                  <State tone={verdictTones[verdict]} word={verdictWords[verdict]} />
                  <Text>{text}</Text>
                  {found && (
                    <Text c="dimmed" size="sm" className="breaks">
                      {name}: {found}
                    </Text>
                  )}
                  {publish && (
                    <Text size="sm" className="breaks">
                      {publish.name} TXT <code>{publish.text}</code>
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
