import { Alert, Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { alarmAfterSeconds } from '../../shared/contract/mail-lists.ts'
import { mailHealthQuery } from '../api/queries.ts'

/** Appears on every screen when email isn't going out, because people are waiting in front of an empty inbox. */
export function MailAlarm() {
  const { data } = useQuery(mailHealthQuery)
  const seconds = data?.oldestWaitingSeconds ?? 0
  return (
    // Announced politely, because the page is about something else.
    <div aria-live="polite">
      {seconds > alarmAfterSeconds && (
        <Alert role="note" variant="outline" color="var(--mantine-color-error)" title="Email isn't going out">
          <Text inherit>
            The oldest message has been waiting for {waitWords(seconds)}.{' '}
            <Anchor
              inherit
              underline="always"
              renderRoot={props => <Link {...props} to="/mail" search={{ state: 'waiting' }} />}
            >
              See the mail server's answer
            </Anchor>
          </Text>
        </Alert>
      )}
    </div>
  )
}

function waitWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`
}
