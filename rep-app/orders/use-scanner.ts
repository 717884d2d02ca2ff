import { type RefObject, useEffect, useEffectEvent } from 'react'
import { createScanReader } from './scan-reader.ts'

/**
 * Calls `onScan` for each scanned barcode, whichever field has the focus. That field keeps the text it had before. The
 * search reads the digits in it on its own: it has all of them, even from a slow scanner.
 */
export function useScanner(search: RefObject<HTMLInputElement | null>, onScan: (digits: string) => void): void {
  const scan = useEffectEvent(onScan)
  useEffect(() => {
    const reader = createScanReader()
    let restore = () => {}
    const read = (event: KeyboardEvent) => {
      const seen = reader.read(event)
      if (seen === 'begun') restore = restoreField(event.target)
      if (seen === undefined || seen === 'begun') return
      if (event.target === search.current && !seen.areSymbols) return
      event.preventDefault()
      event.stopPropagation()
      restore()
      scan(seen.digits)
    }
    addEventListener('keydown', read, { capture: true })
    return () => removeEventListener('keydown', read, { capture: true })
  }, [search])
}

/** Undoes what the scanner types into a field, in a way that React hears of. */
function restoreField(field: EventTarget | null): () => void {
  if (!(field instanceof HTMLInputElement)) return () => {}
  const { value } = field
  return () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
