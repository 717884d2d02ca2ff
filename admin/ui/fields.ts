/** The text of each field, as typed. */
export type Draft = Record<string, string>

export type Field = {
  name: string
  label: string
  description?: string
  type?: 'email'
  options?: readonly { value: string; label: string }[]
  /** True for a username that may be an email address. */
  mayBeAddress?: true
  /** The error for an empty field. */
  missing?: string
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The errors that block saving, by field. The server checks again. */
export function listMissing(fields: readonly Field[], draft: Draft): Draft {
  const faults = fields.flatMap(({ name, missing, type }) => {
    const text = (draft[name] ?? '').trim()
    if (missing !== undefined && text === '') return [[name, missing]]
    return type === 'email' && !address.test(text) ? [[name, 'Enter a complete email address.']] : []
  })
  return Object.fromEntries(faults)
}

/** True if a likely slip in an email address is worth a question here. */
export const holdsAddress = ({ type, mayBeAddress }: Field) => type === 'email' || mayBeAddress === true
