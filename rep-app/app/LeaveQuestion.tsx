import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import type { Form } from '../sync/form.ts'
import { Question } from '../ui/Question.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

type Props = { form: Pick<Form<never>, 'state' | 'settled'>; onRetry(): void }

/** Holds a rep who leaves a form that the device couldn't keep. All other forms are drafts, and need no question. */
export function LeaveQuestion({ form, onRetry }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => (await form.settled()) === 'not-kept',
    enableBeforeUnload: () => form.state.get() === 'not-kept',
    withResolver: true,
  })
  const { run, isBusy } = useOneAtATime()
  if (status !== 'blocked') return null
  const retry = () =>
    run(async () => {
      onRetry()
      return (await form.settled()) === 'not-kept' ? undefined : proceed()
    })
  return (
    <Question label="Not kept" onClose={reset}>
      <Text role="alert">This device couldn't keep your last changes. They are lost if you leave now.</Text>
      <Group gap="xs">
        <Button loading={isBusy} onClick={() => void retry()}>
          Retry
        </Button>
        <Button variant="default" onClick={reset}>
          Stay here
        </Button>
        <Button variant="default" onClick={proceed}>
          Leave without saving
        </Button>
      </Group>
    </Question>
  )
}
