import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { SignInButton } from './SignInButton.tsx'

/** Who it is, the way back in, and the way out. */
export function AccountPart({ unsent }: { unsent: number }) {
  const session = useStore(repApp.session)
  const person = 'person' in session ? session.person : undefined
  const username = person?.username ?? ('lastUsername' in session ? session.lastUsername : null)
  return (
    <Stack component="section" gap="xs" aria-label="Account">
      <Title order={2}>Account</Title>
      {username !== null && <Text>{username}</Text>}
      {person?.canResetByMail === false ? (
        <Text>To change your password, ask your administrator. {person.organisation.contactLine}</Text>
      ) : (
        <Group>
          <Anchor href={addressOfReset(username)} underline="always">
            Reset password
          </Anchor>
          {unsent > 0 && <Text c="dimmed">What waits on this device is safe.</Text>}
        </Group>
      )}
      {session.kind === 'signed-in' ? (
        <SignOut unsent={unsent} />
      ) : (
        <SignInButton label={session.kind === 'ended' ? 'Sign in again' : 'Sign in'} />
      )}
    </Stack>
  )
}

function addressOfReset(username: string | null): string {
  return username === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ username })}`
}

function SignOut({ unsent }: { unsent: number }) {
  const [isAsking, setIsAsking] = useState(false)
  const signOut = () => (unsent > 0 && !isAsking ? setIsAsking(true) : void repApp.signIn.signOut())
  return (
    <>
      {isAsking && <Text role="alert">{unsent} unsent stay on this device and go out when you sign in again.</Text>}
      <Button variant="default" onClick={signOut}>
        {isAsking ? 'Sign out all the same' : 'Sign out'}
      </Button>
    </>
  )
}
