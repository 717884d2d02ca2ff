/** A product that is out of view for so long was moved away: in view again, it is another one. */
const AWAY_MS = 1500

/** A camera sees the same barcode many times a second. It counts when it comes into view. */
export function createSightings() {
  const lastSeen = new Map<string, number>()
  return {
    /** The barcodes among these that have just come into view. */
    listNew(seen: readonly string[], at: number): string[] {
      const fresh = seen.filter(code => at - (lastSeen.get(code) ?? Number.NEGATIVE_INFINITY) > AWAY_MS)
      for (const code of seen) lastSeen.set(code, at)
      return [...new Set(fresh)]
    },
  }
}
