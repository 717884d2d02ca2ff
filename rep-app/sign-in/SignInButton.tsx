import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { repApp } from '../rep-app.ts'

/** Goes to the sign-in form of the server, where the server can be reached: a browser's own page of errors leads nowhere. */
export function SignInButton({ label }: { label: string }) {
  const [said, setSaid] = useState<string>()
  const go = async () => {
    setSaid('Looking for the server …')
    if (await repApp.isServerThere()) return location.assign(await repApp.signIn.start())
    setSaid('Signing in needs a connection. Your unsent orders on this device are safe.')
  }
  return (
    <>
      <Button fullWidth onClick={() => void go()}>
        {label}
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
    </>
  )
}
