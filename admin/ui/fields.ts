/** The text of each field, as typed. */
export type Texts = Record<string, string>

export type Field = {
  name: string
  label: string
  description?: string
  type?: 'email' | 'date'
  /** A text of several lines. */
  lines?: number
  /** Which keys a phone shows. */
  keys?: 'decimal' | 'numeric'
  /** What was typed before at other records. Anything else may be typed. */
  suggestions?: readonly string[]
  options?: readonly { value: string; label: string }[]
  /** True for a username that may be an email address. */
  mayBeAddress?: true
}

/** True if a likely slip in an email address is worth a question here. */
export const holdsAddress = ({ type, mayBeAddress }: Field) => type === 'email' || mayBeAddress === true

export const emptyTexts = (fields: readonly Field[]): Texts => Object.fromEntries(fields.map(({ name }) => [name, '']))
