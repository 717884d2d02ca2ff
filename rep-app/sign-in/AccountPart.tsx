import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useApp, useSession } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { type OwnItems, safeWords, signOutWords } from '../statements/leaving.ts'
import { Fact, Inset } from '../ui/Inset.tsx'
import { dayWords, timeWords, zoneWords } from '../ui/time-words.ts'
import { ResetLink } from './ResetLink.tsx'
import { SignInButton } from './SignInButton.tsx'

const types = { device: 'Device', dual: 'Dual' }

/** The user's name, with the buttons to sign in and out. What a user without a session needs comes first. */
export function AccountPart({ items }: { items: OwnItems }) {
  const session = useSession()
  const now = useNow()
  const person = 'person' in session ? session.person : undefined
  const username = person?.username ?? ('lastUsername' in session ? session.lastUsername : null)
  const endsAt = Date.parse(person?.sessionEndsAt ?? '')
  const safeSaid = safeWords(items)
  const isSignedIn = session.kind === 'signed-in'
  const reset = (
    <ResetRow
      username={username}
      canResetByMail={person?.canResetByMail}
      contactLine={person?.organisation.contactLine}
    />
  )
  return (
    <Inset title="Account">
      {!isSignedIn && (
        <>
          <div className="inset-row">
            <SignInButton label={session.kind === 'ended' ? 'Sign in again' : 'Sign in'} />
          </div>
          {reset}
        </>
      )}
      {username !== null && (
        <Fact label="Username">
          <Username name={username} />
        </Fact>
      )}
      <Fact label="Server">{location.host}</Fact>
      {person && <Fact label="User type">{types[person.userType]}</Fact>}
      {isSignedIn && (
        <>
          <Fact label="Signed in until">
            {dayWords(endsAt, now)}, {timeWords(endsAt)} ({zoneWords(endsAt)})
          </Fact>
          {reset}
        </>
      )}
      {safeSaid !== undefined && <p className="inset-row row-note">{safeSaid}</p>}
      {isSignedIn && (
        <div className="inset-row">
          <SignOut items={items} />
        </div>
      )}
    </Inset>
  )
}

/** If it needs two lines, the second one begins at the @. */
function Username({ name }: { name: string }) {
  const at = name.lastIndexOf('@')
  if (at < 1) return name
  return (
    <>
      {name.slice(0, at)}
      <wbr />
      {name.slice(at)}
    </>
  )
}

type ResetProps = {
  username: string | null
  canResetByMail: boolean | undefined
  contactLine: string | undefined
}

/** A username that isn't an email address can't receive a reset email. */
function ResetRow({ username, canResetByMail, contactLine = '' }: ResetProps) {
  const hasMail = canResetByMail ?? (username === null || username.includes('@'))
  if (hasMail) return <ResetLink username={username} />
  return (
    <p className="inset-row">
      To reset your password, ask your administrator. Your username isn't an email address, so we can't email you.{' '}
      {contactLine}
    </p>
  )
}

function SignOut({ items }: { items: OwnItems }) {
  const { signIn } = useApp()
  const [isAsking, setIsAsking] = useState(false)
  const said = signOutWords(items)
  const signOut = () => (said !== undefined && !isAsking ? setIsAsking(true) : void signIn.signOut())
  return (
    <>
      {isAsking && (
        <Text role="alert" mb="xs">
          {said}
        </Text>
      )}
      <Button variant="default" fullWidth onClick={signOut}>
        {isAsking ? 'Sign out anyway' : 'Sign out'}
      </Button>
    </>
  )
}
