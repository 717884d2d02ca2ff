import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

type Props = { isUnsaved: () => boolean; canBeDraft: boolean; onKeep(): Promise<boolean> }

/** Asks a rep who leaves an unfinished order what to do with it. Nothing is discarded silently. */
export function LeaveQuestion({ isUnsaved, canBeDraft, onKeep }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isUnsaved,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  const { run, isBusy } = useOneAtATime()
  if (status !== 'blocked') return null
  const keep = () => run(async () => ((await onKeep()) ? proceed() : reset()))
  return (
    <section aria-label="Not saved yet" className="notice">
      <Text role="alert">This isn't saved yet.</Text>
      <Group gap="xs">
        {canBeDraft && (
          <Button loading={isBusy} onClick={() => void keep()}>
            Save as draft
          </Button>
        )}
        <Button variant="default" onClick={reset}>
          Stay here
        </Button>
        <Button variant="default" onClick={proceed}>
          Leave without saving
        </Button>
      </Group>
    </section>
  )
}
