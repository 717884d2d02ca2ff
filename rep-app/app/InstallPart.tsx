import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InstallWay } from '../device/installation.ts'
import { useStore } from '../device/use-store.ts'
import { Inset } from '../ui/Inset.tsx'
import { useApp } from './use-app.tsx'

/** How to install the app on this device. Absent where it is installed, or the browser can't. */
export function InstallPart({ children }: { children?: ReactNode }) {
  const { installation } = useApp()
  const way = useStore(installation.way)
  if (way.kind === 'none') return null
  return (
    <Inset title="Install the app">
      <div className="padded">
        <Text>It gets an icon on the home screen, and opens without the bars of the browser.</Text>
        {way.kind === 'button' ? (
          <Button onClick={() => void installation.install()}>Install</Button>
        ) : (
          <Steps device={way.device} />
        )}
        {children}
      </div>
    </Inset>
  )
}

function Steps({ device }: { device: Extract<InstallWay, { kind: 'steps' }>['device'] }) {
  const bar = device === 'iPad' ? 'at the top of Safari' : 'at the bottom of Safari'
  return (
    <>
      <ol className="steps">
        <li>Tap Share {bar}: the square with an arrow. If it isn't there, tap the three dots first.</li>
        <li>Choose Add to Home Screen. It may be further down.</li>
        <li>Tap Add.</li>
        <li>Open the app from the home screen, and sign in there.</li>
      </ol>
      <Text className="row-note">
        The app on the home screen keeps its own data. Send what waits here first: it can't move there.
      </Text>
    </>
  )
}
