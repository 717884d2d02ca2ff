import { Button } from '@mantine/core'
import { InstallPart } from '../app/InstallPart.tsx'
import { useApp } from '../app/use-app.tsx'
import { useStore } from '../device/use-store.ts'

/** Offers the installation until the rep has answered. Sync Status always offers it. */
export function InstallHint() {
  const { installHint } = useApp()
  if (!useStore(installHint.isShown)) return null
  return (
    <InstallPart>
      <Button variant="default" onClick={() => void installHint.hide()}>
        Not now
      </Button>
    </InstallPart>
  )
}
