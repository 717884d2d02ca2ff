import type { Field } from '../ui/fields.ts'

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
