/** What a device calls a moment; nothing where it is none. */
export function momentOf(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}
