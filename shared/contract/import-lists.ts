/** The closed lists of imports, apart from their shapes: a browser loads these without a validator. */

export const importKinds = ['users', 'retailers', 'contacts'] as const
export type ImportKind = (typeof importKinds)[number]

/** Which right an import of each kind needs. */
export const moduleOfImport = { users: 'users', retailers: 'retailers', contacts: 'retailers' } as const

export const importLimits = { bytes: 5_000_000, rows: 20_000, columns: 500, daysKept: 7, files: 50 } as const

/** What a column can stand for, in the order of the template. */
export const importFields = {
  users: ['username', 'full-name', 'given-name', 'family-name', 'user-type', 'role', 'territories', 'email-to'],
  retailers: ['account-number', 'name', 'territory', 'status', 'address-line', 'town', 'postcode', 'phone'],
  contacts: [
    'account-number',
    'username',
    'full-name',
    'given-name',
    'family-name',
    'email',
    'job',
    'phone',
    'website-access',
  ],
} as const satisfies Record<ImportKind, readonly string[]>

export type ImportField = (typeof importFields)[ImportKind][number]

/** Without a column for each of these nothing can be checked. */
export const neededFields: Record<ImportKind, readonly ImportField[]> = {
  users: ['username', 'given-name', 'family-name'],
  retailers: ['account-number', 'name'],
  contacts: ['account-number', 'given-name', 'family-name', 'email'],
}

/** Fields that a column of full names serves too. */
export const namedByFullName: readonly ImportField[] = ['given-name', 'family-name']

/** What keeps rows from being checked: needed fields without a column. */
export function listMissingFields(kind: ImportKind, named: readonly ImportField[]): ImportField[] {
  const isServed = (field: ImportField) => namedByFullName.includes(field) && named.includes('full-name')
  return neededFields[kind].filter(field => !named.includes(field) && !isServed(field))
}

/** What each field is called in a template and on the screen. */
export const fieldNames: Record<ImportField, string> = {
  username: 'Username',
  'full-name': 'Full name',
  'given-name': 'First name',
  'family-name': 'Surname',
  'user-type': 'User type',
  role: 'Role',
  territories: 'Sales territories',
  'email-to': 'E-mail to',
  'account-number': 'Account number',
  name: 'Name',
  territory: 'Territory',
  status: 'Status',
  'address-line': 'Address',
  town: 'Town',
  postcode: 'Postcode',
  phone: 'Phone',
  email: 'E-mail address',
  job: 'What the person does',
  'website-access': 'Website access',
}

/** First the columns are named, then the rows are checked, then imported. */
export const importStates = ['columns', 'checking', 'checked', 'running', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** What becomes of a row: somebody new, a change, nothing as it is there already, or nothing as it cannot be. */
export const rowVerdicts = ['add', 'update', 'leave', 'refuse'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

/** What a file without a mark may be written in, the most common first. */
export const singleByteEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'macintosh',
] as const
export type SingleByteEncoding = (typeof singleByteEncodings)[number]

/** Titles above the header: so many rows are looked at. */
export const mostTitleRows = 20

/** Which part of a full name is the surname: the last word, the first word, or all of it. */
export const nameChoices = ['surname-last', 'surname-first', 'keep'] as const
export type NameChoice = (typeof nameChoices)[number]

export const existingChoices = ['leave', 'update'] as const
export const territoryChoices = ['refuse', 'create'] as const
export const scopeChoices = ['all', 'good'] as const
export const invitationChoices = ['later', 'now'] as const
