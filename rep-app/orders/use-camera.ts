import { useEffect, useState } from 'react'
import { type BarcodeCamera, createBarcodeCamera, hasCamera } from '../device/barcode-camera.ts'
import { keepBarcodeReader } from '../device/barcode-reader.ts'

/** The camera of this screen. It is off when the rep leaves the screen, or the app is in the background. */
export function useCamera(): BarcodeCamera {
  const [camera] = useState(createBarcodeCamera)
  useEffect(() => {
    const closeIfHidden = () => document.visibilityState === 'hidden' && camera.close()
    document.addEventListener('visibilitychange', closeIfHidden)
    return () => {
      document.removeEventListener('visibilitychange', closeIfHidden)
      camera.close()
    }
  }, [camera])
  return camera
}

/** False until the device said that it has a camera. */
export function useHasCamera(): boolean {
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    const look = async () => {
      const found = await hasCamera()
      setIsThere(found)
      if (found) await keepBarcodeReader().catch(() => undefined)
    }
    void look()
    const { mediaDevices } = navigator
    mediaDevices?.addEventListener('devicechange', look)
    return () => mediaDevices?.removeEventListener('devicechange', look)
  }, [])
  return isThere
}
