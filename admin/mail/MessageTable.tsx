import { Button, Table, Text } from '@mantine/core'
import type { MailMessage } from '../../shared/contract/mail.ts'
import { mailStateTones, mailStateWords, mailWords } from '../ui/mail-words.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { State } from '../ui/State.tsx'
import { Username } from '../ui/Username.tsx'
import { AccountLink } from './AccountLink.tsx'

type Props = {
  messages: MailMessage[]
  /** Absent for a reader without write access. */
  onRetry?: ((message: MailMessage) => void) | undefined
}

/** The state of each email, and a remedy for each that did not arrive. */
export function MessageTable({ messages, onRetry }: Props) {
  return (
    <Table aria-label="Mail" verticalSpacing="sm" className="halves">
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="leading">To</Table.Th>
          <Table.Th visibleFrom="sm" className="when">
            Requested ({zoneWords()})
          </Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th visibleFrom="md">Tries</Table.Th>
          <Table.Th visibleFrom="sm">Last answer</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {messages.map(message => (
          <Table.Tr key={message.id}>
            <Table.Td>
              <AccountLink about={message.about}>
                <Username text={message.to} />
              </AccountLink>
              <Text c="dimmed" size="sm">
                {mailWords(message.kind)}
              </Text>
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                {momentWords(message.createdAt)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{momentWords(message.createdAt)}</Table.Td>
            <Table.Td>
              <State tone={mailStateTones[message.state]} word={mailStateWords[message.state]} />
              <Text hiddenFrom="sm" c="dimmed" size="sm" className="breaks">
                {message.lastAnswer}
              </Text>
              <Remedy message={message} onRetry={onRetry} />
            </Table.Td>
            <Table.Td visibleFrom="md">{message.attempts}</Table.Td>
            <Table.Td visibleFrom="sm" className="breaks">
              {message.lastAnswer ?? 'None yet'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Remedy({ message, onRetry }: { message: MailMessage; onRetry: Props['onRetry'] }) {
  const { remedy, about, kind, to } = message
  if (remedy === 'ask-anew' && about) {
    return (
      <Text c="dimmed" size="sm">
        {kind === 'invitation' ? 'Send a new invitation.' : 'Ask for a new reset.'}
      </Text>
    )
  }
  if (remedy !== 'retry' || !onRetry) return null
  return (
    <Button
      variant="default"
      size="xs"
      px="xs"
      mt={4}
      aria-label={`Send again to ${to}`}
      onClick={() => onRetry(message)}
    >
      Send again
    </Button>
  )
}
