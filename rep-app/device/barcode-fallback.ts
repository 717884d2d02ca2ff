/// <reference types="vite/client" />
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
import address from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { type BarcodeReader, barcodeFormats } from './barcodes.ts'

/** The reader for browsers without one. Its WebAssembly comes from our own server, where the package would take a CDN. */
export async function openFallback(): Promise<BarcodeReader> {
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true })
  return new BarcodeDetector({ formats: [...barcodeFormats] })
}

/** The service worker keeps what was downloaded. */
export async function keepFallback(): Promise<void> {
  await fetch(address)
}
