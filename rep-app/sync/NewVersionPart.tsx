import { Button, Text } from '@mantine/core'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'

/** A new version waits for the rep: a reload in the middle of an order would lose it. */
export function NewVersionPart() {
  const isReady = useStore(repApp.newVersion.isReady)
  if (!isReady) return null
  return (
    <section aria-label="New version" className="notice">
      <Text>A new version is ready. Starting it reloads the app. Saved items stay. Unsaved changes are lost.</Text>
      <Button onClick={repApp.newVersion.reload}>Start the new version</Button>
    </section>
  )
}
