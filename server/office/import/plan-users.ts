import { isForAdminSite, type UserType, userTypes } from '../../../shared/contract/user-lists.ts'
import { type NameRefusal, readNewName, readUsername } from '../../people/accounts/username.ts'
import { type PlannedRow, settle } from './findings.ts'
import { type GrantableRoles, rateRoles } from './grantable-roles.ts'
import { inChunks, type PlanNeeds } from './import-command.ts'
import { judgeHash, type PlannedPassword } from './judge-hash.ts'
import { findKnownAccounts, type KnownAccount } from './known.query.ts'
import { type FindTerritory, nameTerritories, type Territory } from './name-territories.ts'
import {
  askAboutAddress,
  judgeAddress,
  limitFields,
  type ReadRow,
  readRow,
  refuseRepeated,
  requireFields,
  requireNames,
} from './read-row.ts'

export type PlannedUser = PlannedRow &
  PlannedPassword & {
    /** The id of the existing account. */
    accountId: string | undefined
    username: string
    key: string
    givenName: string
    familyName: string
    userType: UserType
    emailTo: string | null
    roleId: string | null
    /** Undefined if the file names none. */
    territories: Territory[] | undefined
  }

type PlanState = {
  needs: PlanNeeds
  seen: Map<string, number>
  roles: GrantableRoles
  findTerritory: FindTerritory
}

/** Plans the outcome of each row of users. It writes nothing. */
export async function planUsers(needs: PlanNeeds): Promise<PlannedUser[]> {
  const { db, command, rows, mayMakeTerritories, holds } = needs
  const roles = await rateRoles(db, command.authority)
  const findTerritory = await nameTerritories(db, { mayMake: mayMakeTerritories })
  const known: PlanState = { needs, seen: new Map(), roles, findTerritory }
  const planned: PlannedUser[] = []
  for (const chunk of inChunks(rows)) {
    const read = chunk.map(row => nameRow(readRow(row, command)))
    const keys = read.map(({ key }) => key)
    const accounts = await findKnownAccounts(db, keys, { holds: holds && command.settings.existing === 'update' })
    planned.push(...read.map(named => planUser(named, accounts.get(named.key), known)))
  }
  return planned
}

type NamedRow = { row: ReadRow; username: string; key: string }

function nameRow(row: ReadRow): NamedRow {
  const text = row.cell('username')
  const read = readUsername(text)
  if (text === '') requireFields(row, ['username'])
  else if (read.kind === 'refused') refuseName(row, { of: 'name', why: read.why })
  if (read.kind === 'refused') return { row, username: text, key: '' }
  return { row, username: read.username.typed, key: read.username.key }
}

const refuseName = (row: ReadRow, refusal: NameRefusal) =>
  row.findings.push({ kind: 'bad-username', text: row.cell('username'), refusal })

/** The username of a new user. An existing account keeps its username, even one that would be refused today. */
function newNameOf({ row, username }: NamedRow): string {
  const name = readNewName(username)
  if (name.kind === 'read') {
    askAboutAddress(row, name.username.typed)
    return name.username.typed
  }
  if (!row.findings.some(({ kind }) => kind === 'bad-username' || kind === 'missing')) refuseName(row, name.refusal)
  return username
}

function planUser(named: NamedRow, account: KnownAccount | undefined, known: PlanState): PlannedUser {
  const { row, key } = named
  refuseRepeated(row, { key, seen: known.seen })
  limitFields(row, { 'given-name': 100, 'family-name': 100, 'email-to': 254 })
  const userType = judgeType(row, account, known)
  const user = {
    accountId: account?.id,
    username: account ? named.username : newNameOf(named),
    key,
    givenName: row.cell('given-name') || (account?.givenName ?? ''),
    familyName: row.cell('family-name') || (account?.familyName ?? ''),
    userType,
    emailTo: judgeAddress(row, 'email-to') || null,
    roleId: account ? account.roleId : judgeRole(row, userType, known),
    territories: judgeTerritories(row, known),
    ...judgeHash(row, { secrets: known.needs.secrets, importId: known.needs.command.id, isNew: !account }),
  }
  const verdict = account ? judgeExisting(row, { user, account, known }) : judgeNew(row, { ...user, known })
  return { ...user, ...settle(row, verdict) }
}

type New = Pick<PlannedUser, 'username' | 'userType' | 'roleId'> & { known: PlanState }

function judgeNew(row: ReadRow, { username, userType, roleId, known }: New) {
  requireNames(row, known.needs.command)
  if (username !== '' && !username.includes('@')) row.findings.push({ kind: 'no-address' })
  if (roleId === null && isForAdminSite(userType)) row.findings.push({ kind: 'no-role' })
  return 'add' as const
}

type ExistingUser = { user: Omit<PlannedUser, keyof PlannedRow>; account: KnownAccount; known: PlanState }

/** An import changes names and territories, but nothing that decides who can sign in. */
function judgeExisting(row: ReadRow, { user, account, known }: ExistingUser) {
  if (account.kind !== 'user') {
    row.findings.push({ kind: 'taken', text: 'A contact' })
    return 'refuse' as const
  }
  if (!account.isActive) row.findings.push({ kind: 'deactivated-stays' })
  if (known.needs.command.settings.existing === 'leave') {
    row.findings.push({ kind: 'exists' })
    return 'leave' as const
  }
  if (!known.roles.isWithinReach(account)) row.findings.push({ kind: 'above-you' })
  const role = row.cell('role')
  if (role !== '' && known.roles.find(role)?.id !== account.roleId) row.findings.push({ kind: 'role-stays' })
  const isSame =
    user.givenName === account.givenName &&
    user.familyName === account.familyName &&
    (!user.territories || namesOf(user.territories) === account.territories.toSorted().join('\n'))
  if (isSame) row.findings.push({ kind: 'nothing-new' })
  return isSame ? ('leave' as const) : ('update' as const)
}

const namesOf = (territories: readonly Territory[]) =>
  territories
    .map(({ name }) => name)
    .toSorted()
    .join('\n')

function judgeType(row: ReadRow, account: KnownAccount | undefined, { needs }: PlanState): UserType {
  const text = row.cell('user-type')
  const said = userTypes.find(type => type === text.toLowerCase())
  if (text !== '' && said === undefined) row.findings.push({ kind: 'unknown-type', text })
  const stays = account?.userType
  if (stays && said && said !== stays) row.findings.push({ kind: 'type-stays', text: stays })
  return stays ?? said ?? needs.command.settings.userType
}

/** Importers can't assign a role with rights that they lack. */
function judgeRole(row: ReadRow, userType: UserType, { roles }: PlanState): string | null {
  const text = row.cell('role')
  if (text === '') return null
  if (!isForAdminSite(userType)) {
    row.findings.push({ kind: 'role-without-use' })
    return null
  }
  const role = roles.find(text)
  if (!role) row.findings.push({ kind: 'no-such-role', text })
  else if (!role.mayGrant) row.findings.push({ kind: 'role-above-you', text: role.name })
  return role?.id ?? null
}

/** A cell can hold several territories, separated by ; or |. */
function judgeTerritories(row: ReadRow, { findTerritory }: PlanState): Territory[] | undefined {
  const names = row
    .cell('territories')
    .split(/[;|]/)
    .map(name => name.trim())
    .filter(Boolean)
  if (names.length === 0) return undefined
  return [...new Set(names.flatMap(name => findTerritory(row, name) ?? []))]
}
