/** Pasted text can contain invisible characters that the server rejects. A rep couldn't find and remove them. */
export function storable<Saved extends object>(payload: Saved): Saved {
  const clean = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value)
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, clean(value)])) as Saved
}
