import { Text } from '@mantine/core'
import { useApp, useSession } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { stayingNotices } from '../statements/stays.ts'
import { dayWords, timeWords } from '../ui/time-words.ts'
import { SignInButton } from './SignInButton.tsx'

const DAYS_BEFORE = 3

/** Tells the rep some days before the sign-in ends, so that it never ends in front of a customer. */
export function EndsSoon() {
  const session = useSession()
  const { serverNow } = useApp()
  useNow()
  // The end is a time of the server, and the clock of the device may be days off.
  const now = serverNow()
  const endsAt = session.kind === 'signed-in' ? Date.parse(session.person.sessionEndsAt) : Number.NaN
  // Also false without a date.
  if (!(endsAt - now < DAYS_BEFORE * 86_400_000)) return null
  return (
    <section aria-label="Sign-in ends soon" className="notice">
      <Text>
        Your sign-in ends {dayWords(endsAt, now)} at {timeWords(endsAt)}. {stayingNotices.endsSoon.words}
      </Text>
      <SignInButton label="Sign in again" />
    </section>
  )
}
