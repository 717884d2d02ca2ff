const LONGEST_PASSWORD = 256

/** A code point has at most four parts of two units in NFD, so anything longer is too long in NFC as well. */
const UNITS_BEYOND_DOUBT = LONGEST_PASSWORD * 8

/** Converts a password to NFC, the only transform. Input that is certainly too long is unchanged, to save time. */
export function normalise(password: string): string {
  return password.length > UNITS_BEYOND_DOUBT ? password : password.normalize('NFC')
}

export function isTooLong(normalised: string): boolean {
  if (normalised.length <= LONGEST_PASSWORD) return false
  return normalised.length > UNITS_BEYOND_DOUBT || [...normalised].length > LONGEST_PASSWORD
}

/** The characters to estimate: all of a permitted password, or the beginning of a longer one. */
export function splitIntoCodePoints(normalised: string): string[] {
  return [...normalised.slice(0, LONGEST_PASSWORD * 2)].slice(0, LONGEST_PASSWORD)
}
