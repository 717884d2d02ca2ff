import { Button } from '@mantine/core'
import type { BarcodeCamera } from '../device/barcode-camera.ts'
import { useStore } from '../device/use-store.ts'
import { Icon } from '../ui/Icon.tsx'
import { useHasCamera } from './use-camera.ts'

/** Starts and stops the camera. Absent where the device has none. */
export function ScanButton({ camera: { view, open, close } }: { camera: BarcodeCamera }) {
  const { kind } = useStore(view)
  if (!useHasCamera()) return null
  const isOn = kind === 'open' || kind === 'opening'
  return (
    <Button variant="default" leftSection={<Icon name="barcode" />} onClick={() => (isOn ? close() : void open())}>
      {isOn ? 'Stop' : 'Scan'}
    </Button>
  )
}
