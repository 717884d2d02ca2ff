type Key = Pick<KeyboardEvent, 'key' | 'code' | 'timeStamp' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** Scanners need 5 to 50 ms for a key. Over 8 digits, no one types this fast. */
const SLOWEST_SCANNER_MS = 80
/** A scanner hesitates less than a person who types a quantity and then scans. */
const PAUSE_MS = 500
const FEWEST_DIGITS = 8
const MOST_DIGITS = 14

/** `areSymbols` if the keyboard is set to a language whose digit keys write other characters. */
type Scan = { digits: string; areSymbols: boolean }

/** Recognises a barcode among the keys that are typed: a scanner is a fast keyboard that ends with Enter. */
export function createScanReader() {
  let digits = ''
  let areSymbols = true
  let [startedAt, lastAt] = [0, 0]

  const begin = (at: number) => {
    digits = ''
    areSymbols = true
    startedAt = at
  }
  const isScan = () =>
    digits.length >= FEWEST_DIGITS &&
    digits.length <= MOST_DIGITS &&
    (areSymbols || (lastAt - startedAt) / (digits.length - 1) <= SLOWEST_SCANNER_MS)

  return {
    /** `begun` at the first digit of what may be a barcode. The scan once Enter ends it. */
    read(key: Key): 'begun' | Scan | undefined {
      if (key.key === 'Shift') return undefined
      if (key.key === 'Enter' || key.key === 'Tab') {
        const scan = isScan() ? { digits, areSymbols } : undefined
        begin(0)
        return scan
      }
      const digit = digitOf(key)
      if (digit === undefined) begin(0)
      if (digit === undefined) return undefined
      const isFirst = digits === '' || (!areSymbols && key.timeStamp - lastAt > PAUSE_MS)
      if (isFirst) begin(key.timeStamp)
      digits += digit
      areSymbols &&= digit !== key.key
      lastAt = key.timeStamp
      return isFirst ? 'begun' : undefined
    },
  }
}

/**
 * A scanner presses the digit keys of an American keyboard. A tablet set to French types & é " for them, so the position
 * of the key decides where its letter is no digit.
 */
function digitOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Key): string | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  if (/^\d$/.test(key)) return key
  const isCharacter = key.length === 1 || key === 'Dead'
  return isCharacter && !shiftKey ? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] : undefined
}
