import {
  fieldNames,
  type ImportField,
  type ImportKind,
  importFields,
  namedByFullName,
} from '../../../shared/contract/import-lists.ts'
import { batchImportOf } from './kinds/batch-imports.ts'
import type { FileRow } from './parse-rows.ts'

/** Other names of columns, including exports of Entra, Google Workspace and Odoo. Case, accents, spaces and punctuation don't matter. */
const otherNames: Partial<Record<ImportField, readonly string[]>> = {
  username: [
    'user principal name',
    'user',
    'user id',
    'userid',
    'login',
    'login name',
    'sign-in name',
    'user name',
    'benutzername',
    'benutzer',
  ],
  'full-name': [
    'name',
    'display name',
    'contact name',
    'complete name',
    'anzeigename',
    'vollständiger name',
    'nom complet',
    'nombre completo',
    'nome completo',
  ],
  'given-name': ['given name', 'forename', 'firstname', 'first', 'vorname', 'prénom', 'voornaam', 'nombre'],
  'family-name': ['last name', 'lastname', 'family name', 'last', 'nachname', 'familienname', 'nom', 'achternaam'],
  'user-type': ['type', 'licence type', 'license type', 'user kind', 'benutzertyp'],
  role: ['role name', 'permissions', 'rights', 'profile', 'rolle'],
  territories: ['territory', 'territories', 'sales territory', 'region', 'area', 'gebiet', 'vertriebsgebiet'],
  'email-to': ['second e-mail', 'other e-mail', 'alternative e-mail', 'notification e-mail', 'notices to'],
  'password-hash': ['hashed password'],
  'account-number': [
    'account no',
    'internal reference',
    'reference',
    'ref',
    'related company / internal reference',
    'related company / reference',
    'parent_id / ref',
    'account no.',
    'account',
    'customer number',
    'customer no',
    'customer id',
    'retailer number',
    'retailer account number',
    'kundennummer',
    'kundennr',
    'debitor',
  ],
  name: ['retailer', 'retailer name', 'customer', 'customer name', 'company', 'company name', 'shop', 'firma'],
  territory: ['sales territory', 'region', 'area', 'territories', 'sales territories', 'gebiet', 'vertriebsgebiet'],
  status: ['state', 'open or closed', 'account status'],
  'address-line': ['address line', 'address line 1', 'address 1', 'street', 'straße', 'strasse', 'rue'],
  town: ['city', 'place', 'stadt', 'ort', 'ville'],
  postcode: ['post code', 'postal code', 'zip', 'zip code', 'plz', 'code postal'],
  'retailer-type': ['type', 'customer type', 'retailer type', 'segment', 'kundentyp'],
  grade: ['class', 'rating', 'abc'],
  chain: ['group', 'buying group', 'kette'],
  'credit-status': ['credit', 'credit state', 'kreditstatus'],
  'price-list': ['pricelist', 'price list name', 'preisliste'],
  notes: ['note', 'remarks', 'comment', 'comments', 'notiz'],
  phone: ['telephone', 'phone number', 'tel', 'mobile', 'telefon', 'téléphone'],
  email: ['e-mail', 'email', 'mail', 'email address', 'mail address'],
  job: ['role', 'job', 'job title', 'title', 'position', 'function', 'job position'],
  'website-access': ['has website access', 'web access', 'website', 'access', 'online access'],
}

/** Users sign in with their email address, so that column of a user list is the username. */
const mailNames = ['e-mail', 'email', 'mail', 'email address', 'e-mail address', 'work email']

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Strips what Google and Entra add: "First name [Required]", "User name [userPrincipalName] Required". */
const heading = (name: string) => plain(name.replace(/\[[^\]]*\]/g, ' ').replace(/\brequired\s*$/i, ''))

const secretNames =
  /passwor|passwd|passwort|kennwort|pwd|passphrase|passcode|motdepasse|contrasen|wachtwoord|hash|^(pass|pw|pin|mdp|secret|senha|hasło|haslo)$/

/** True for the column of password hashes, which the import reads. Its cells are encrypted before they are stored. */
export function isHashColumn(kind: ImportKind, name: string): boolean {
  return (kind === 'users' || kind === 'contacts') && /^(?:passwordhash|hashedpassword)$/.test(plain(name))
}

/** True if the name suggests passwords. Such a column is neither stored nor imported. */
export function isSecretColumn(name: string): boolean {
  return secretNames.test(plain(name))
}

/** Finds the header among the first rows: the row with the most known column names. Titles and data rows have none. */
export function findHeaderRow(kind: ImportKind, first: readonly FileRow[]): FileRow | undefined {
  const known = ({ cells }: FileRow) => guessColumns(kind, cells).filter(field => field !== null).length
  const best = first.reduce<FileRow | undefined>(
    (found, row) => (found && known(found) >= known(row) ? found : row),
    undefined,
  )
  return best && known(best) >= 2 ? best : first[0]
}

/** Guesses the field of each column, each field at most once. The exact field name wins over its other names. */
export function guessColumns(kind: ImportKind, header: readonly string[]): (ImportField | null)[] {
  const names = header.map(heading)
  // In Entra exports, "user type" is Member or Guest, which means something else.
  const isEntra = names.includes('userprincipalname')
  const guessed = header.map((): ImportField | null => null)
  const take = (field: ImportField, wanted: readonly string[]) => {
    if (guessed.includes(field)) return
    const place = wanted.map(plain).reduce((found, name) => (found === -1 ? findFree(name) : found), -1)
    if (place !== -1) guessed[place] = field
  }
  const findFree = (wanted: string) =>
    names.findIndex((name, place) => name === wanted && guessed[place] === null && isFree(header[place] ?? ''))
  const isFree = (name: string) => isHashColumn(kind, name) || !isSecretColumn(name)
  const fields: readonly ImportField[] = importFields[kind]
  for (const field of fields) if (!(isEntra && field === 'user-type')) take(field, [fieldNames[field]])
  const columns = batchImportOf(kind)?.columns
  const namesOf = (field: ImportField) => (columns ? columns[field]?.also : otherNames[field]) ?? []
  for (const field of fields) if (field !== 'full-name') take(field, namesOf(field))
  if (kind === 'users') take('username', mailNames)
  const hasParts = namedByFullName.every(field => guessed.includes(field))
  if (fields.includes('full-name') && !hasParts) take('full-name', otherNames['full-name'] ?? [])
  return guessed
}
