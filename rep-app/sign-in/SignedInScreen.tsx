import { Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { SignInButton } from './SignInButton.tsx'

/** The page to which the server's sign-in form returns. */
export function SignedInScreen() {
  const { signIn, sync } = useApp()
  const [refusal, setRefusal] = useState<string>()
  const navigate = useNavigate()
  useEffect(() => {
    signIn.finish(new URL(location.href)).then(result => {
      if (result.kind === 'not-signed-in') return setRefusal(result.text)
      void sync.syncNow()
      return navigate({ to: '/sync', replace: true })
    })
  }, [navigate, signIn, sync])
  return (
    <>
      <Title order={1}>Sign in</Title>
      <Text role="status">{refusal ?? 'Signing in …'}</Text>
      {refusal !== undefined && <SignInButton label="Sign in again" />}
    </>
  )
}
