import type { Account } from '../../people/accounts/account.ts'
import { findAccountByKey, insertUser, lockAccount } from '../../people/accounts/accounts.store.ts'
import { readNewAddress } from '../../people/accounts/username.ts'
import { findLinkedAccount, insertIdentity } from '../../people/company-providers/identities.store.ts'
import { covers, providersOf } from '../../people/company-providers/matching-providers.ts'
import type { CompanyProvider } from '../../people/company-providers/providers.store.ts'
import { takeLicence } from '../../people/licences/take-licence.ts'
import { giveTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { CompanyPerson } from './read-identity.ts'

export type PersonFound =
  | { kind: 'found'; account: Account; isNewLink: boolean }
  /** No account is linked, and the token doesn't prove that it may link one. */
  | { kind: 'unknown' }
  | { kind: 'no-licence' }

type Arrival = { provider: CompanyProvider; person: CompanyPerson; caller: Caller; at: Date }

/**
 * Finds the account of a subject, and links or creates it at the first sign-in. Only issuer and subject identify a person.
 * A verified address of a listed domain that equals the username links once, because addresses are given to other people.
 */
export async function findPersonOf(tx: Tx, arrival: Arrival): Promise<PersonFound> {
  const { provider, person } = arrival
  const identity = { providerId: provider.id, subject: person.subject }
  const linkedId = await findLinkedAccount(tx, identity)
  if (linkedId !== undefined) return { kind: 'found', account: await lockAccount(tx, linkedId), isNewLink: false }
  const read = person.email === undefined ? undefined : readNewAddress(person.email)
  if (read?.kind !== 'read' || providersOf([provider], read.username.key).length === 0) return { kind: 'unknown' }
  const existing = await findAccountByKey(tx, read.username.key)
  if (existing) return link(tx, arrival, await lockAccount(tx, existing.id))
  return create(tx, arrival, read.username)
}

async function link(tx: Tx, { provider, person, caller, at }: Arrival, account: Account): Promise<PersonFound> {
  if (!covers(provider, account)) return { kind: 'unknown' }
  const identity = { providerId: provider.id, subject: person.subject, accountId: account.id }
  // The address is linked to another subject already: its owner has changed.
  if (!(await insertIdentity(tx, { ...identity, at }))) return { kind: 'unknown' }
  await recordLink(tx, { provider, account, caller, at })
  return { kind: 'found', account, isNewLink: true }
}

type Link = Pick<Arrival, 'provider' | 'caller' | 'at'> & { account: Account }

export async function recordLink(tx: Tx, { provider, account, caller, at }: Link): Promise<void> {
  const who = { actor: 'self', actorAccountId: account.id, accountId: account.id, ...caller } as const
  await recordEvent(tx, { at, action: 'company-linked', ...who, details: { provider: provider.name } })
}

/** The licence is taken in this transaction: two people who arrive together can't share the last one. */
async function create(tx: Tx, arrival: Arrival, username: { typed: string; key: string }): Promise<PersonFound> {
  const { provider, person, caller, at } = arrival
  const { creates: userType, createsRoleId: roleId, createsTerritoryId: territoryId } = provider
  if (userType === null || !provider.audiences.includes(userType)) return { kind: 'unknown' }
  const licence = await takeLicence(tx, userType)
  if (licence.kind === 'no-licence') return licence
  const accountId = await insertUser(tx, {
    username: username.typed,
    usernameKey: username.key,
    givenName: person.givenName,
    familyName: person.familyName,
    emailTo: null,
    userType,
    roleId,
    receivesSystemMessages: false,
    isActive: true,
    hasLicence: true,
    passwordHash: null,
    createdAt: at,
  })
  // A concurrent sign-in made it: the next try links it.
  if (accountId === undefined) return { kind: 'unknown' }
  if (territoryId !== null) await giveTerritories(tx, { accountId, territoryIds: [territoryId] })
  const details = { type: userType, provider: provider.name }
  await recordEvent(tx, { at, action: 'user-added', actor: 'system', accountId, ...caller, details })
  return link(tx, arrival, await lockAccount(tx, accountId))
}
