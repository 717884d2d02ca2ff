import { type BarcodeReader, barcodeFormats } from './barcodes.ts'

/** https://wicg.github.io/shape-detection-api/: Chrome on Android and macOS, but neither Safari nor Firefox. */
type NativeDetector = {
  new (options: { formats: readonly string[] }): BarcodeReader
  getSupportedFormats(): Promise<string[]>
}

/** The browser's own reader. Undefined if there is none, or none that knows the barcodes of products. */
async function openNative(): Promise<BarcodeReader | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: NativeDetector }
  const known = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  const formats = barcodeFormats.filter(format => known.includes(format))
  return BarcodeDetector && formats.includes('ean_13') ? new BarcodeDetector({ formats }) : undefined
}

/** Our own reader is downloaded by the devices that need it. It fails without a connection if it was never downloaded. */
export async function openBarcodeReader(): Promise<BarcodeReader> {
  return (await openNative()) ?? (await import('./barcode-fallback.ts')).openFallback()
}

/** Downloads our own reader if this device will need it, so that it is there without a connection. */
export async function keepBarcodeReader(): Promise<void> {
  if (await openNative()) return
  const { keepFallback } = await import('./barcode-fallback.ts')
  await keepFallback()
}
