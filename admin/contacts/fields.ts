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

type Territory = { id: string; name: string }

export const retailerFields = (territories: readonly Territory[]): Field[] => [
  { name: 'name', label: 'Name', missing: 'Enter the name.' },
  { name: 'accountNumber', label: 'Account number', missing: 'Enter the account number.' },
  {
    name: 'territoryId',
    label: 'Territory',
    description: 'Reps of this territory see the retailer in the app.',
    options: [{ value: '', label: 'None' }, ...territories.map(({ id, name }) => ({ value: id, label: name }))],
  },
]

export const territoryFields: readonly Field[] = [
  { name: 'name', label: 'Name of the territory', missing: 'Enter the name.' },
]

export const statusField: Field = {
  name: 'status',
  label: 'Status',
  description:
    'Closing signs its contacts out and keeps them out. Their access, passwords and orders are kept for when it reopens.',
  options: [
    { value: 'open', label: 'Open' },
    { value: 'closed', label: 'Closed' },
  ],
}

export const personFields: readonly Field[] = [
  { name: 'givenName', label: 'First name', missing: 'Enter the first name.' },
  { name: 'familyName', label: 'Surname', missing: 'Enter the surname.' },
  { name: 'role', label: 'Role', description: 'What the person does at the retailer, such as Buyer' },
]

export const signInFields: readonly Field[] = [
  { name: 'email', label: 'Email', type: 'email', description: 'Emails go here. Contacts may share an address.' },
  {
    name: 'username',
    label: 'Website username',
    description: 'The email address itself, or a name without @',
    mayBeAddress: true,
    missing: 'Enter the website username.',
  },
]
