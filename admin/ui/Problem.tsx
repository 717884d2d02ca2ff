import { Alert, Button, Group } from '@mantine/core'
import { Refused } from '../api/ask.ts'

type Props = { fault: Error; retry?: { isRunning: boolean; run: () => void } }

/** Shows an error in the place where it happened, and offers to try again where that harms nothing. */
export function Problem({ fault, retry }: Props) {
  return (
    <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title={titleOf(fault)}>
      {fault instanceof Refused
        ? fault.message
        : "Reload the page. If that doesn't help, tell the person who runs the server."}
      {retry && (
        <Group mt="xs">
          <Button variant="default" loading={retry.isRunning} onClick={retry.run}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  )
}

const titleOf = (fault: Error) => (fault instanceof Refused ? fault.title : 'Something went wrong here')
