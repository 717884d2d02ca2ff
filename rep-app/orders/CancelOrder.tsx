import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { failedWords } from '../statements/saved.ts'
import { Question } from '../ui/Question.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { cancelIdOf } from './cancel-id.ts'
import type { ShownOrder } from './read-order.ts'

/** Cancels what the office has received and not yet confirmed. The cancellation is an item of its own, so it works offline. */
export function CancelOrder({ order }: { order: ShownOrder }) {
  const app = useApp()
  const { run, isBusy } = useOneAtATime()
  const [isAsking, setIsAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const { id, kind, retailerId, past } = order
  const label = kind === 'quote' ? 'Withdraw quote' : `Cancel ${kind}`
  const number = past?.number ?? ''
  const cancel = async () => {
    const form = app.forms.start('cancel', cancelIdOf({ orderId: id, accountId: app.accountId() ?? '' }))
    const saved = await form.save({ orderId: id, retailerId, number })
    if (saved.kind !== 'saved') setRefusal(failedWords('cancel', saved))
    setIsAsking(false)
  }
  return (
    <>
      {refusal !== undefined && (
        <Text role="alert" className="alarming">
          {refusal}
        </Text>
      )}
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Question label={label} onClose={() => setIsAsking(false)}>
          <Text>
            {label} {number}? Without a connection, this is sent later. The office may have gone on with it by then.
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setIsAsking(false)}>
              Keep {kind}
            </Button>
            <Button loading={isBusy} onClick={() => void run(cancel)}>
              {label}
            </Button>
          </Group>
        </Question>
      )}
    </>
  )
}
