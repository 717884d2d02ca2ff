import { Button, Text } from '@mantine/core'
import { useApp } from '../app/use-app.tsx'
import { useStore } from '../device/use-store.ts'
import { stayingNotices } from '../statements/stays.ts'

/** A new version waits for the rep: a reload in the middle of an order would lose it. */
export function NewVersionPart() {
  const { newVersion } = useApp()
  const isReady = useStore(newVersion.isReady)
  if (!isReady) return null
  return (
    <section aria-label="New version" className="notice">
      <Text>{stayingNotices.newVersion.words}</Text>
      <Button onClick={newVersion.reload}>Start the new version</Button>
    </section>
  )
}
