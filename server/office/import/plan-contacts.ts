import { readContactNames } from '../../people/accounts/contact-names.ts'
import { readUsername } from '../../people/accounts/username.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { readYesNo } from './cells/yes-no.ts'
import { type PlannedRow, settle } from './findings.ts'
import { inChunks, type PlanNeeds } from './import-command.ts'
import { judgeAccountNumber, judgeUnknownNumber } from './judge-account-number.ts'
import { judgeHash, type PlannedPassword } from './judge-hash.ts'
import {
  findKnownAccounts,
  findKnownNumbers,
  findKnownRetailers,
  type KnownAccount,
  type KnownNumbers,
} from './known.query.ts'
import {
  judgeAddress,
  limitFields,
  type ReadRow,
  readRow,
  refuseRepeated,
  requireFields,
  requireNames,
} from './read-row.ts'

export type PlannedContact = PlannedRow &
  PlannedPassword & {
    accountId: string | undefined
    retailerId: string | undefined
    username: string
    key: string
    givenName: string
    familyName: string
    email: string
    jobTitle: string
    phone: string
    hasWebsiteAccess: boolean
  }

type PlanState = { needs: PlanNeeds; seen: Map<string, number> }
type Retailers = Awaited<ReturnType<typeof findKnownRetailers>>

/** Plans the outcome of each row of contacts. It writes nothing. */
export async function planContacts(needs: PlanNeeds): Promise<PlannedContact[]> {
  const { db, command, rows, holds } = needs
  const known: PlanState = { needs, seen: new Map() }
  const planned: PlannedContact[] = []
  for (const chunk of inChunks(rows)) {
    const read = chunk.map(row => nameRow(readRow(row, command)))
    // Lock retailers first, as adding a single contact does. The other order could deadlock.
    const numbers = read.map(({ accountNumber }) => accountNumber)
    const retailers = await findKnownRetailers(db, numbers, { holds })
    const numbersLike = await findKnownNumbers(db, numbers)
    const keys = read.map(({ key }) => key)
    const accounts = await findKnownAccounts(db, keys, { holds: holds && command.settings.existing === 'update' })
    planned.push(
      ...read.map(named => planContact(named, { retailers, numbersLike, account: accounts.get(named.key), known })),
    )
  }
  return planned
}

type NamedRow = { row: ReadRow; accountNumber: string; username: string; key: string }

/** A contact without a username of its own signs in with the email address. */
function nameRow(row: ReadRow): NamedRow {
  const accountNumber = judgeAccountNumber(row)
  const text = row.cell('username') || row.cell('email')
  const read = readUsername(text)
  if (read.kind === 'refused') return { row, accountNumber, username: text, key: '' }
  return { row, accountNumber, username: read.username.typed, key: read.username.key }
}

/** The username and email address of a new contact. An existing contact keeps both. */
function readNames(
  { row, username }: NamedRow,
  account: KnownAccount | undefined,
): { username: string; email: string } {
  const email = row.cell('email')
  if (email === '' || (account && nameKey(email) === nameKey(account.email ?? ''))) return { username, email }
  const address = judgeAddress(row, 'email')
  const read = readContactNames({ username: username || address, email: address })
  if (read.kind === 'read') return { username: read.username.typed, email: read.email }
  if (read.kind === 'bad-username') row.findings.push({ kind: read.kind, text: username, refusal: read.refusal })
  if (read.kind === 'bad-contact-name') row.findings.push({ kind: read.kind, text: username })
  return { username, email }
}

type RowMatches = {
  retailers: Retailers
  numbersLike: KnownNumbers
  account: KnownAccount | undefined
  known: PlanState
}

function planContact(named: NamedRow, { retailers, numbersLike, account, known }: RowMatches) {
  const { row, accountNumber, key } = named
  refuseRepeated(row, { key, seen: known.seen })
  requireFields(row, ['account-number', 'email'])
  limitFields(row, { 'given-name': 100, 'family-name': 100, email: 254, job: 100, phone: 40 })
  const { username, email } = readNames(named, account)
  const retailer = retailers.get(accountNumber)
  if (!retailer && accountNumber !== '') {
    row.findings.push({ kind: 'no-such-retailer', text: accountNumber })
    judgeUnknownNumber(row, { number: accountNumber, known: numbersLike })
  }
  const contact = {
    accountId: account?.id,
    retailerId: retailer?.id,
    username,
    key,
    givenName: row.cell('given-name') || (account?.givenName ?? ''),
    familyName: row.cell('family-name') || (account?.familyName ?? ''),
    email,
    jobTitle: row.cell('job') || (account?.jobTitle ?? ''),
    phone: row.cell('phone') || (account?.phone ?? ''),
    hasWebsiteAccess: judgeAccess(row),
    ...judgeHash(row, { secrets: known.needs.secrets, importId: known.needs.command.id, isNew: !account }),
  }
  if (!account) requireNames(row, known.needs.command)
  const verdict = account ? judgeExisting(row, { contact, account, known }) : ('add' as const)
  return { ...contact, ...settle(row, verdict) }
}

type ExistingContact = { contact: Omit<PlannedContact, keyof PlannedRow>; account: KnownAccount; known: PlanState }

/** Never changes the email address: resets go there, so changing it has rules of its own. */
function judgeExisting(row: ReadRow, { contact, account, known }: ExistingContact) {
  if (account.kind !== 'contact') {
    row.findings.push({ kind: 'taken', text: 'A user' })
    return 'refuse' as const
  }
  if (contact.retailerId !== undefined && account.retailerId !== contact.retailerId)
    row.findings.push({ kind: 'other-retailer' })
  if (nameKey(contact.email) !== nameKey(account.email ?? '')) row.findings.push({ kind: 'address-stays' })
  if (known.needs.command.settings.existing === 'leave') {
    row.findings.push({ kind: 'exists' })
    return 'leave' as const
  }
  const isSame = (['givenName', 'familyName', 'jobTitle', 'phone'] as const).every(
    field => contact[field] === account[field],
  )
  if (isSame) row.findings.push({ kind: 'nothing-new' })
  return isSame ? ('leave' as const) : ('update' as const)
}

function judgeAccess(row: ReadRow): boolean {
  const text = row.cell('website-access')
  const said = readYesNo(text)
  if (text !== '' && said === undefined) row.findings.push({ kind: 'unknown-access', text })
  return said !== false
}
