import { Alert } from '@mantine/core'
import { Refused } from '../api/ask.ts'

/** Shows an error in the place where it happened. */
export function Problem({ fault }: { fault: Error }) {
  return (
    <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title={titleOf(fault)}>
      {fault instanceof Refused
        ? fault.message
        : "Reload the page. If that doesn't help, tell the person who runs the server."}
    </Alert>
  )
}

const titleOf = (fault: Error) => (fault instanceof Refused ? fault.title : 'Something went wrong here')
