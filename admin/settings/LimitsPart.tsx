import { Code, Stack, Table, Text, Title } from '@mantine/core'
import type { Settings } from '../../shared/contract/settings.ts'
import { disclosureWords } from './settings-words.ts'

/** The limits of the server, read-only. The operator decides them, so that a stolen session can't. */
export function LimitsPart({ settings: { disclosure, limits } }: { settings: Settings }) {
  return (
    <>
      <Stack component="section" aria-label="Username disclosure" gap="xs" maw={720}>
        <Title order={2}>Username disclosure</Title>
        <Text>{disclosureWords[disclosure]}</Text>
        <Text c="dimmed">
          The person who runs the server sets it: <Code>USERNAME_DISCLOSURE</Code> is <Code>{disclosure}</Code> now, and
          may be <Code>guarded</Code> or <Code>never</Code>. It is read when the server starts.
        </Text>
      </Stack>
      <Stack component="section" aria-label="Limits" gap="xs">
        <Title order={2}>Limits</Title>
        <Text c="dimmed">
          They hold on all servers together and cannot be changed here. A network is an IPv4 address or the /64 of an
          IPv6 address; a known device is a browser in which the account has signed in before.
        </Text>
        <Table aria-label="What is counted" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What is counted</Table.Th>
              <Table.Th>At most</Table.Th>
              <Table.Th visibleFrom="sm">Beyond</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {limits.counts.map(({ what, most, per, within, beyond }) => (
              <Table.Tr key={what + per + within}>
                <Table.Td>
                  {what}
                  <Text size="sm" c="dimmed">
                    per {per}
                  </Text>
                  <Text size="sm" c="dimmed" hiddenFrom="sm">
                    Beyond: {beyond}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {most}
                  <Text size="sm" c="dimmed">
                    {within === 'at once' ? within : `within ${within}`}
                  </Text>
                </Table.Td>
                <Table.Td visibleFrom="sm">{beyond}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Table aria-label="Times" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What</Table.Th>
              <Table.Th>How long</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {limits.times.map(({ what, howLong }) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <Table.Td>{howLong}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </>
  )
}
