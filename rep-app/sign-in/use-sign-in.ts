import { useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

/** Opens the server's sign-in form if the server can be reached: the browser's error page would be a dead end. */
export function useSignIn(): { open(): void; said: string | undefined; isBusy: boolean } {
  const { isServerThere, signIn } = useApp()
  const [said, setSaid] = useState<string>()
  const { run, isBusy } = useOneAtATime()
  const go = async () => {
    setSaid('Looking for the server …')
    if (await isServerThere()) return location.assign(await signIn.start())
    setSaid('Signing in needs a connection. Your unsent orders on this device are safe.')
  }
  return { open: () => void run(go), said, isBusy }
}
