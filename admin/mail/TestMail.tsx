import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Added } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { mailMessageQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import { mailStateTones, mailStateWords } from '../ui/mail-words.ts'
import { Problem } from '../ui/Problem.tsx'
import { State } from '../ui/State.tsx'

type Props = { own: string; onClose: () => void }

/** Sends a test email the way every email goes, and shows the mail server's answer unchanged. */
export function TestMail({ own, onClose }: Props) {
  const [to, setTo] = useState(own.includes('@') ? own : '')
  const sending = useCommand({ mutationFn: (address: string) => ask<Added>('/mail/test', { order: { to: address } }) })
  const send = (event: FormEvent) => {
    event.preventDefault()
    sending.mutate(to.trim())
  }
  return (
    <Modal opened onClose={onClose} title="Send a test email" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label="Send to"
            description="Your own address, or a mailbox elsewhere that shows how the email arrives."
            type="email"
            required
            withAsterisk={false}
            value={to}
            data-autofocus
            onChange={event => setTo(event.currentTarget.value)}
          />
          {sending.error && <Problem fault={sending.error} />}
          <div role="status">{sending.data && <Outcome id={sending.data.id} />}</div>
          <Group justify="space-between">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={sending.isPending}>
              Send
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Outcome({ id }: { id: string }) {
  const { data, error } = useAnswer(mailMessageQuery(id))
  if (error) return <Problem fault={error} />
  if (!data) return null
  const { state, to, lastAnswer } = data
  return (
    <>
      <State tone={mailStateTones[state]} word={mailStateWords[state]} />
      <Text className="breaks">{outcomeWords[state](to)}</Text>
      {lastAnswer && (
        <Text c="dimmed" size="sm" className="breaks">
          The mail server said: {lastAnswer}
        </Text>
      )}
    </>
  )
}

const outcomeWords = {
  waiting: (to: string) => `The email to ${to} is waiting for the mail server.`,
  sent: (to: string) => `The mail server accepted the email to ${to}. Check the mailbox and its spam folder.`,
  failed: (to: string) => `The mail server refused the email to ${to}.`,
  bounced: (to: string) => `There is no mailbox for ${to}.`,
}
