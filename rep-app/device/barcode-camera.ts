import { openBarcodeReader } from './barcode-reader.ts'
import type { BarcodeReader } from './barcodes.ts'
import { createStore, type Store } from './store.ts'

/** `no-reader`: it was never downloaded, and there is no connection. */
export type CameraRefusal = 'not-allowed' | 'no-camera' | 'no-reader'
export type CameraView =
  | { kind: 'closed' }
  | { kind: 'opening' }
  | { kind: 'open'; stream: MediaStream; reader: BarcodeReader }
  | { kind: 'refused'; why: CameraRefusal }

export type BarcodeCamera = { view: Store<CameraView>; open(): Promise<void>; close(): void }

/** The camera of the device with a reader of barcodes. It is on only while the rep scans. */
export function createBarcodeCamera(): BarcodeCamera {
  const view = createStore<CameraView>({ kind: 'closed' })
  let turn = 0

  const close = () => {
    turn++
    const now = view.get()
    if (now.kind === 'open') stop(now.stream)
    if (now.kind !== 'closed') view.set({ kind: 'closed' })
  }

  const open = async (): Promise<void> => {
    close()
    const mine = turn
    view.set({ kind: 'opening' })
    const next = await start()
    if (mine === turn) view.set(next)
    else if (next.kind === 'open') stop(next.stream)
  }

  return { view, open, close }
}

async function start(): Promise<CameraView> {
  const [stream, reader] = await Promise.allSettled([openBackCamera(), openBarcodeReader()])
  if (stream.status === 'rejected') return { kind: 'refused', why: refusalOf(stream.reason) }
  if (reader.status === 'fulfilled') return { kind: 'open', stream: stream.value, reader: reader.value }
  stop(stream.value)
  return { kind: 'refused', why: 'no-reader' }
}

const openBackCamera = () =>
  navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  })

/** A camera that is missing, or that another app uses, is a fault of the device. All else is a decision of the user. */
function refusalOf(fault: unknown): CameraRefusal {
  return fault instanceof DOMException && fault.name === 'NotAllowedError' ? 'not-allowed' : 'no-camera'
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Browsers list the kinds of devices before the user allowed any. Without TLS there is no list. */
export async function hasCamera(): Promise<boolean> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
  return devices?.some(({ kind }) => kind === 'videoinput') ?? false
}
