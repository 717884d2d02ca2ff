/** The closed lists of imports, apart from their schemas: a browser loads them without a validator. */

/** People are imported in one transaction, because licences and invitations belong to it. */
export const peopleKinds = ['users', 'retailers', 'contacts'] as const
export type PeopleKind = (typeof peopleKinds)[number]

/** Imported in batches, so that a long file doesn't hold up what apps download. */
export const batchKinds = ['products', 'categories', 'price-lists', 'prices', 'targets', 'visits', 'orders'] as const
export type BatchKind = (typeof batchKinds)[number]

export const importKinds = [...peopleKinds, ...batchKinds] as const
export type ImportKind = (typeof importKinds)[number]

/** What can be exported as a file that can be imported again. */
export const exportKinds = [
  'products',
  'categories',
  'price-lists',
  'prices',
  'targets',
  'visits',
  'retailers',
] as const
export type ExportKind = (typeof exportKinds)[number]

export const isExportKind = (kind: ImportKind): kind is ExportKind => exportKinds.some(one => one === kind)

export const isBatchKind = (kind: ImportKind): kind is BatchKind => batchKinds.some(one => one === kind)

/** The right that each kind of import needs. */
export const moduleOfImport = {
  users: 'users',
  retailers: 'retailers',
  contacts: 'retailers',
  products: 'products',
  categories: 'products',
  'price-lists': 'products',
  prices: 'products',
  targets: 'orders',
  visits: 'orders',
  orders: 'orders',
} as const satisfies Record<ImportKind, string>

export const importLimits = { columns: 500, daysKept: 7, files: 50 } as const

const peopleLimits = { bytes: 5_000_000, rows: 20_000 } as const
const batchLimits = { bytes: 32_000_000, rows: 200_000 } as const

/** The largest file of each kind. */
export const fileLimits = (kind: ImportKind) => (isBatchKind(kind) ? batchLimits : peopleLimits)

/** The fields of each kind of import, in the order of the template. */
export const importFields = {
  users: [
    'username',
    'full-name',
    'given-name',
    'family-name',
    'user-type',
    'role',
    'territories',
    'email-to',
    'password-hash',
  ],
  retailers: [
    'account-number',
    'name',
    'territory',
    'status',
    'address-line',
    'town',
    'postcode',
    'phone',
    'retailer-type',
    'grade',
    'chain',
    'credit-status',
    'price-list',
    'notes',
  ],
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
    'password-hash',
  ],
  products: [
    'product-code',
    'product-name',
    'category',
    'unit',
    'pack-size',
    'barcode',
    'price',
    'tax-class',
    'description',
    'active',
  ],
  categories: ['category', 'place'],
  'price-lists': ['price-list', 'product-code', 'minimum-quantity', 'valid-from', 'valid-until', 'price'],
  prices: ['account-number', 'product-code', 'minimum-quantity', 'valid-from', 'valid-until', 'price'],
  targets: ['username', 'month', 'target', 'sold'],
  visits: ['reference', 'username', 'account-number', 'date', 'time', 'note'],
  orders: [
    'item-id',
    'item-type',
    'captured-at',
    'username',
    'device-id',
    'account-number',
    'retailer-id',
    'line',
    'product-code',
    'product-id',
    'quantity',
    'price',
    'currency',
    'note',
    'requested-day',
    'valid-until',
    'contact-id',
    'quote-id',
  ],
} as const satisfies Record<ImportKind, readonly string[]>

export type ImportField = (typeof importFields)[ImportKind][number]

/** Fields that must have a column before rows can be checked. */
export const neededFields: Record<ImportKind, readonly ImportField[]> = {
  users: ['username', 'given-name', 'family-name'],
  retailers: ['account-number', 'name'],
  contacts: ['account-number', 'given-name', 'family-name', 'email'],
  products: ['product-code'],
  categories: ['category'],
  'price-lists': ['price-list', 'product-code', 'price'],
  prices: ['account-number', 'product-code', 'price'],
  targets: ['username', 'month', 'target'],
  visits: ['username', 'account-number', 'date'],
  orders: ['item-id', 'item-type', 'captured-at', 'username'],
}

/** Fields whose cells hold numbers or days, which are written differently from country to country. */
const numberFields: readonly ImportField[] = ['price', 'pack-size', 'minimum-quantity', 'target', 'sold', 'place']
const dayFields: readonly ImportField[] = ['valid-from', 'valid-until', 'month', 'date', 'requested-day']

export const holdsNumbers = (fields: readonly (ImportField | null)[]) =>
  fields.some(field => field !== null && numberFields.includes(field))
export const holdsDays = (fields: readonly (ImportField | null)[]) =>
  fields.some(field => field !== null && dayFields.includes(field))

/** Fields that a column of full names can fill. */
export const namedByFullName: readonly ImportField[] = ['given-name', 'family-name']

/** Lists the required fields without a column. Rows can't be checked until it is empty. */
export function listMissingFields(kind: ImportKind, named: readonly ImportField[]): ImportField[] {
  const isServed = (field: ImportField) => namedByFullName.includes(field) && named.includes('full-name')
  return neededFields[kind].filter(field => !named.includes(field) && !isServed(field))
}

/** The name of each field in a template and on the screen. */
export const fieldNames: Record<ImportField, string> = {
  username: 'Username',
  'full-name': 'Full name',
  'given-name': 'First name',
  'family-name': 'Surname',
  'user-type': 'User type',
  role: 'Role',
  territories: 'Sales territories',
  'email-to': 'Email to',
  'password-hash': 'Password hash',
  'account-number': 'Account number',
  name: 'Name',
  territory: 'Territory',
  status: 'Status',
  'address-line': 'Address',
  town: 'Town',
  postcode: 'Postcode',
  phone: 'Phone',
  email: 'Email address',
  job: 'What the person does',
  'website-access': 'Website access',
  'product-code': 'Product code',
  'product-name': 'Product name',
  category: 'Category',
  unit: 'Unit',
  'pack-size': 'Pack size',
  barcode: 'Barcode',
  price: 'Price',
  'tax-class': 'Tax class',
  description: 'Description',
  active: 'Active',
  place: 'Place',
  'price-list': 'Price list',
  'minimum-quantity': 'Minimum quantity',
  'valid-from': 'Valid from',
  'valid-until': 'Valid until',
  month: 'Month',
  target: 'Target',
  sold: 'Sold',
  reference: 'Reference',
  date: 'Date',
  time: 'Time',
  note: 'Note',
  'retailer-type': 'Type',
  grade: 'Grade',
  chain: 'Chain',
  'credit-status': 'Credit status',
  notes: 'Notes',
  'item-id': 'Item ID',
  'item-type': 'Type of item',
  'captured-at': 'Captured at (UTC)',
  'device-id': 'Device ID',
  'retailer-id': 'Retailer ID',
  line: 'Line',
  'product-id': 'Product ID',
  quantity: 'Quantity',
  currency: 'Currency',
  'requested-day': 'Requested day',
  'contact-id': 'Contact ID',
  'quote-id': 'Quote ID',
}

/** In order: the file is read, the columns are named, the rows checked, then imported. */
export const importStates = ['reading', 'columns', 'checking', 'checked', 'running', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** The result of a row: a new record, a change, unchanged because it exists already, or refused. */
export const rowVerdicts = ['add', 'update', 'leave', 'refuse'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

/** Possible encodings of a file without a byte order mark, most common first. */
export const singleByteEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'macintosh',
] as const
export type SingleByteEncoding = (typeof singleByteEncodings)[number]

/** Titles may precede the header, so this many rows are searched for it. */
export const mostTitleRows = 20

/** Which part of a full name is the surname: the last word, the first word, or all of it. */
export const nameChoices = ['surname-last', 'surname-first', 'keep'] as const
export type NameChoice = (typeof nameChoices)[number]

/** How numbers and days are written. Without a choice, what can be read in two ways is refused. */
export const decimalChoices = ['clear', 'point', 'comma'] as const
export type DecimalChoice = (typeof decimalChoices)[number]
export const dayChoices = ['clear', 'day-first', 'month-first'] as const
export type DayChoice = (typeof dayChoices)[number]

export const existingChoices = ['leave', 'update'] as const
export const territoryChoices = ['refuse', 'create'] as const
export const scopeChoices = ['all', 'good'] as const
export const invitationChoices = ['later', 'now'] as const
