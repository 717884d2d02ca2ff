/** A key from the operator: its name in the database, and its bytes. */
export type SecretKey = { id: string; key: Buffer }

const keyBytes = 32
/** 32 random bytes have about 30 different values. Fewer than this happens once in 10^12 keys. */
const fewestDifferentBytes = 20
const fewestDifferentSteps = 12
const placeholderWords = /change|secret|example|placeholder|replace|insert|fieldkey|password/i

/** Reads 32 bytes or more, written as hex or base64 (also base64url). Returns undefined for any other text. */
export function decodeKey(text: string): Buffer | undefined {
  const trimmed = text.trim()
  if (/^(?:[0-9a-f]{2})+$/i.test(trimmed)) return Buffer.from(trimmed, 'hex')
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(trimmed)) return Buffer.from(trimmed, 'base64')
  return undefined
}

/** Rejects keys that no random generator made: short keys, patterns and placeholders from a manual. */
export function refuseGuessableKey(key: Buffer): void {
  if (key.length < keyBytes) throw new Error(`the key has ${key.length} bytes where ${keyBytes} are needed`)
  const steps = key.map((byte, place) => byte - (key[place - 1] ?? 0))
  const isPattern = new Set(key).size < fewestDifferentBytes || new Set(steps).size < fewestDifferentSteps
  const spellings = [key.toString('latin1'), key.toString('base64')]
  if (isPattern || spellings.some(spelling => placeholderWords.test(spelling) || isAlphabet(spelling))) {
    throw new Error('the key is a placeholder or a pattern, not random')
  }
}

/** More than half of the characters follow their neighbour: "abcdefgh…", "0123456789…". */
function isAlphabet(text: string): boolean {
  let following = 0
  for (let place = 1; place < text.length; place += 1) {
    if (text.charCodeAt(place) - text.charCodeAt(place - 1) === 1) following += 1
  }
  return following * 2 > text.length
}
