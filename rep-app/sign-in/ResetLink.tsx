import { Anchor, Text } from '@mantine/core'
import { type MouseEvent, useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { stayingNotices } from '../statements/stays.ts'

/** J1 J2: links to the server's sign-in form, with the username filled in if it is known. */
export function ResetLink({ username }: { username: string | null }) {
  const { isServerThere } = useApp()
  const [said, setSaid] = useState<string>()
  const address = username === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ username })}`
  const go = async (event: MouseEvent) => {
    event.preventDefault()
    setSaid('Looking for the server …')
    if (await isServerThere()) return location.assign(address)
    setSaid(stayingNotices.resetOffline.words)
  }
  return (
    <div className="inset-row">
      <Anchor href={address} underline="always" onClick={event => void go(event)}>
        Reset password
      </Anchor>
      <Text role="status" className="said">
        {said}
      </Text>
    </div>
  )
}
