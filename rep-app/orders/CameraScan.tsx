import { Text } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BarcodeCamera, CameraRefusal, CameraView } from '../device/barcode-camera.ts'
import { numberOf } from '../device/barcodes.ts'
import { useStore } from '../device/use-store.ts'
import { createBeep } from '../ui/beep.ts'
import { createSightings } from './sightings.ts'

/** A tablet has time for the rest of the app between two frames. */
const PAUSE_MS = 120

type Props = {
  camera: BarcodeCamera
  /** Resolves to false if no product has this barcode. */
  onScan(code: string): Promise<boolean>
}

const refusalWords: Record<CameraRefusal, string> = {
  'not-allowed': `The camera isn't allowed here. Allow it for ${location.host} in the settings of your browser, then scan again. On an iPad or iPhone: Settings, Apps, Safari, Camera.`,
  'no-camera': "The camera didn't start. Close other apps that use it, then scan again.",
  'no-reader': "The scanner isn't on this device yet. Scan again when you have a connection.",
}

/** What the camera sees, and what came of the last barcode. It goes on until the rep stops it. */
export function CameraScan({ camera, onScan }: Props) {
  const view = useStore(camera.view)
  if (view.kind === 'closed') return null
  if (view.kind === 'open') return <Film view={view} onScan={onScan} />
  return (
    <Text role="status" className="notice">
      {view.kind === 'opening' ? 'Opening the camera …' : refusalWords[view.why]}
    </Text>
  )
}

function Film({ view, onScan }: { view: Extract<CameraView, { kind: 'open' }>; onScan: Props['onScan'] }) {
  const video = useRef<HTMLVideoElement>(null)
  const [result, setResult] = useState<'added' | 'unknown'>()
  const [beep] = useState(createBeep)
  const scan = useEffectEvent(async (code: string) => {
    const isAdded = await onScan(code)
    setResult(isAdded ? 'added' : 'unknown')
    beep.play(isAdded)
  })
  useEffect(() => {
    const film = video.current
    if (!film) return
    film.srcObject = view.stream
    const end = new AbortController()
    void film.play().catch(() => undefined)
    void watch(film, view.reader, scan, end.signal)
    return () => end.abort()
  }, [view])
  useEffect(() => beep.end, [beep])
  return <video ref={video} className="camera" aria-label="Camera" data-result={result} muted playsInline />
}

async function watch(
  film: HTMLVideoElement,
  reader: Extract<CameraView, { kind: 'open' }>['reader'],
  scan: (code: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const sightings = createSightings()
  while (!signal.aborted) {
    // A frame that can't be read is followed by the next one.
    const seen = film.readyState < film.HAVE_CURRENT_DATA ? [] : await reader.detect(film).catch(() => [])
    const codes = seen.map(numberOf).filter(code => code !== undefined)
    for (const code of sightings.listNew(codes, performance.now())) if (!signal.aborted) await scan(code)
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
  }
}
