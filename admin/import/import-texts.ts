import type { ImportDetails } from '../../shared/contract/import.ts'
import type { ImportKind, ImportState, RowVerdict } from '../../shared/contract/import-lists.ts'
import type { Tone } from '../ui/State.tsx'

type KindTexts = {
  label: string
  title: string
  many: string
  one: string
  /** What is compared with the records that exist. */
  key: string
  update: string
}

export const kindTexts: Record<ImportKind, KindTexts> = {
  users: {
    label: 'Users',
    title: 'Import users',
    many: 'users',
    one: 'user',
    key: 'Of the same username',
    update: 'Update names and territories',
  },
  retailers: {
    label: 'Retailers',
    title: 'Import retailers',
    many: 'retailers',
    one: 'retailer',
    key: 'Of the same account number',
    update: 'Update what the file says',
  },
  contacts: {
    label: 'Contacts of retailers',
    title: 'Import contacts',
    many: 'contacts',
    one: 'contact',
    key: 'Of the same username',
    update: 'Update name, job and phone',
  },
  products: {
    label: 'Products',
    title: 'Import products',
    many: 'products',
    one: 'product',
    key: 'Of the same product code',
    update: 'Update what the file says',
  },
  categories: {
    label: 'Categories',
    title: 'Import categories',
    many: 'categories',
    one: 'category',
    key: 'Of the same path',
    update: 'Update what the file says',
  },
  'price-lists': {
    label: 'Price lists',
    title: 'Import price lists',
    many: 'rows of price lists',
    one: 'row of a price list',
    key: 'Of the same list, product, quantity and first day',
    update: 'Update price and last day',
  },
  prices: {
    label: 'Prices of retailers',
    title: 'Import prices of retailers',
    many: 'prices of retailers',
    one: 'price of a retailer',
    key: 'Of the same retailer, product, quantity and first day',
    update: 'Update price and last day',
  },
  targets: {
    label: 'Targets',
    title: 'Import targets',
    many: 'targets',
    one: 'target',
    key: 'Of the same user and month',
    update: 'Update what the file says',
  },
  visits: {
    label: 'Visits',
    title: 'Import visits',
    many: 'visits',
    one: 'visit',
    key: 'Of the same reference, or the same user, retailer and time',
    update: 'Update what the file says',
  },
  orders: {
    label: 'Unsent orders of reps',
    title: 'Import unsent orders',
    many: 'lines of orders',
    one: 'line of an order',
    key: 'Of the same item ID',
    update: 'Nothing: an order that exists stays unchanged',
  },
}

/** People are invited to sign in. */
export const invites = (kind: ImportKind) => kind === 'users' || kind === 'contacts'

export const stateTexts: Record<ImportState, { word: string; tone: Tone }> = {
  reading: { word: 'Being read', tone: 'quiet' },
  columns: { word: 'Uploaded', tone: 'quiet' },
  checking: { word: 'Being checked', tone: 'quiet' },
  checked: { word: 'Checked', tone: 'warning' },
  running: { word: 'Being imported', tone: 'quiet' },
  done: { word: 'Imported', tone: 'good' },
  failed: { word: 'Failed', tone: 'danger' },
}

export const verdictTexts: Record<'before' | 'after', Record<RowVerdict, string>> = {
  before: { add: 'Will be added', update: 'Will be changed', leave: 'No change', refuse: "Can't be imported" },
  after: { add: 'Added', update: 'Changed', leave: 'Unchanged', refuse: 'Not imported' },
}

export const count = (number: number) => number.toLocaleString('en-GB')

export const counted = (number: number, kind: ImportKind) =>
  `${count(number)} ${number === 1 ? kindTexts[kind].one : kindTexts[kind].many}`

export const rowsText = (number: number) => (number === 1 ? '1 row' : `${count(number)} rows`)

export type Summary = NonNullable<ImportDetails['summary']>

/** Counts the rows that would be left out because there are too few licences. */
export function countWithoutLicence({ licences }: Summary): number {
  return licences.reduce((total, { needed, free }) => total + Math.max(0, needed - free), 0)
}
