import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { HeldItem } from '../../shared/contract/held-items.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { moneyWords } from '../ui/money.ts'
import { State } from '../ui/State.tsx'
import { type HeldCommand, stateTones, stateWords, titleOf } from './held-words.ts'

type Props = { item: HeldItem; currency: string; onCommand: ((order: HeldCommand) => void) | undefined }

/** One record as it was captured: by whom, why it is here, and each line in words. */
export function HeldItemCard({ item, currency, onCommand }: Props) {
  const { by, device, capturedAt, receivedAt, reason, note, asSent, state, lines } = item
  const title = titleOf(item)
  const when = capturedAt ?? receivedAt
  return (
    <Paper component="section" withBorder p="md" aria-label={`${title}, by ${by.fullName}`}>
      <Stack gap="xs">
        <Title order={3} size="h4">
          {title}
        </Title>
        <State tone={stateTones[state]} word={stateWords[state]} />
        <Text c="dimmed">
          Captured {momentWords(when)} ({zoneWords()}) by{' '}
          <Anchor component={Link} to={`/users/${by.id}`} underline="always">
            {by.fullName}
          </Anchor>
          {device !== null && `, ${device}`}
        </Text>
        {reason && <Text fw={600}>{reason.text}</Text>}
        {lines.length > 0 && <Lines item={item} currency={currency} />}
        {note !== '' && <Text className="breaks">“{note}”</Text>}
        {asSent !== null && (
          <Text component="pre" className="breaks" style={{ whiteSpace: 'pre-wrap' }} m={0}>
            {asSent}
          </Text>
        )}
        {state === 'released' && onCommand && (
          <Group gap="sm">
            <Button aria-label={`Accept: ${title}`} onClick={() => onCommand({ name: 'accept', item })}>
              Accept
            </Button>
            <Button
              variant="default"
              aria-label={`Dismiss: ${title}`}
              onClick={() => onCommand({ name: 'dismiss', item })}
            >
              Dismiss
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  )
}

function Lines({ item: { lines, totalCents, kind }, currency }: { item: HeldItem; currency: string }) {
  return (
    <Table aria-label={`Lines of the ${kind}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Product</Table.Th>
          <Table.Th ta="end">Quantity</Table.Th>
          <Table.Th ta="end">Price</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ product, quantity, priceCents }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and never moves
          <Table.Tr key={place}>
            <Table.Td>{product}</Table.Td>
            <Table.Td ta="end" className="whole">
              {quantity}
            </Table.Td>
            <Table.Td ta="end" className="whole">
              {moneyWords(priceCents, currency)}
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Td colSpan={2} fw={600}>
            Total
          </Table.Td>
          <Table.Td ta="end" fw={600} className="whole">
            {moneyWords(totalCents ?? 0, currency)}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}
