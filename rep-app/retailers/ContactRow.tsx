import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp } from '../app/use-app.tsx'
import type { CacheRows } from '../device/rows.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

type State = 'resting' | 'asking' | 'sending' | { said: string }

/** A contact, with a button that sends a password reset. The rep sees no link, code or password. */
export function ContactRow({ contact }: { contact: CacheRows['contacts'] }) {
  const { sendContactReset } = useApp()
  const { id, fullName, role, email, phone, hasWebsiteAccess } = contact
  const [state, setState] = useState<State>('resting')
  const { run } = useOneAtATime()
  const send = () =>
    run(async () => {
      setState('sending')
      const answer = await sendContactReset(id)
      setState({ said: wordsFor(answer) })
    })
  return (
    <div className="inset-row contact">
      <span className="row-title">{fullName}</span>
      <span className="row-note">{[role, email, phone].filter(Boolean).join(' · ')}</span>
      {hasWebsiteAccess && state === 'resting' && (
        <Button variant="default" onClick={() => setState('asking')} aria-label={`Send password reset to ${fullName}`}>
          Send password reset
        </Button>
      )}
      {(state === 'asking' || state === 'sending') && (
        <Group>
          <Text>Send an email to {email}?</Text>
          <Button variant="default" onClick={() => setState('resting')}>
            Cancel
          </Button>
          <Button loading={state === 'sending'} onClick={() => void send()}>
            OK
          </Button>
        </Group>
      )}
      {typeof state === 'object' && <Text role="status">{state.said}</Text>}
    </div>
  )
}

function wordsFor(answer: Awaited<ReturnType<RepApp['sendContactReset']>>): string {
  switch (answer.kind) {
    case 'answer':
      return `An email is on its way to ${answer.body.address}.`
    case 'refused':
      return `${answer.problem.title}. ${answer.problem.text}`
    case 'session-ended':
      return 'Sign in first: see Sync Status.'
    case 'no-connection':
    case 'server-trouble':
      return 'This needs a connection. Nothing was sent.'
  }
}
