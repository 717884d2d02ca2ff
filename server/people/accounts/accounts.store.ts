import { sql } from 'kysely'
import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Account, ContactEdit } from './account.ts'

/** Every account with what decides about its sign-in. */
export const accountRows = (db: Queryable) =>
  db
    .selectFrom('accounts as a')
    .leftJoin('users as u', 'u.account_id', 'a.id')
    .leftJoin('contacts as c', 'c.account_id', 'a.id')
    .leftJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select(['a.id', 'a.kind', 'a.username', 'a.username_key', 'a.given_name', 'a.family_name', 'a.is_active'])
    .select(['a.password_hash', 'a.password_changed_at', 'a.locked_at', 'a.compromised_at'])
    .select(['u.user_type', 'u.has_licence', 'u.email_to', 'c.email', 'c.has_website_access'])
    .select(['r.name as retailer_name', 'r.is_active as is_retailer_open'])

export type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['executeTakeFirstOrThrow']>>

export async function findAccountByKey(db: Queryable, usernameKey: string): Promise<Account | undefined> {
  const row = await accountRows(db).where('a.username_key', '=', usernameKey).executeTakeFirst()
  return row && toAccount(row)
}

export async function findAccountById(db: Queryable, id: string): Promise<Account | undefined> {
  const row = await accountRows(db).where('a.id', '=', id).executeTakeFirst()
  return row && toAccount(row)
}

export async function getAccount(db: Queryable, id: string): Promise<Account> {
  return toAccount(await accountRows(db).where('a.id', '=', id).executeTakeFirstOrThrow())
}

/** Locks the account until the transaction ends: changes to it are serialised. Always a transaction's first lock. */
export async function lockAccount(tx: Tx, id: string): Promise<Account> {
  return toAccount(await accountRows(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirstOrThrow())
}

export async function listAccounts(db: Queryable): Promise<Account[]> {
  return (await accountRows(db).orderBy('a.username_key').execute()).map(toAccount)
}

export async function listAccountsById(db: Queryable, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return []
  return (await accountRows(db).where('a.id', 'in', ids).orderBy('a.username_key').execute()).map(toAccount)
}

type NewPerson = {
  username: string
  usernameKey: string
  givenName: string
  familyName: string
  isActive: boolean
  passwordHash: string | null
  createdAt: Date
}

export type NewUser = NewPerson & {
  userType: UserType
  hasLicence: boolean
  emailTo: string | null
  roleId?: string | null
  receivesSystemMessages?: boolean | undefined
}
export type NewContact = NewPerson & { retailerId: string; email: string; hasWebsiteAccess: boolean; jobTitle?: string }

/** Undefined if the username is taken. */
export async function insertUser(tx: Tx, user: NewUser): Promise<string | undefined> {
  const id = await insertAccount(tx, 'user', user)
  if (id === undefined) return undefined
  await tx
    .insertInto('users')
    .values({
      account_id: id,
      user_type: user.userType,
      has_licence: user.hasLicence,
      email_to: user.emailTo,
      role_id: user.roleId ?? null,
      receives_system_messages: user.receivesSystemMessages ?? user.userType === 'admin',
    })
    .execute()
  return id
}

export async function insertContact(tx: Tx, contact: NewContact): Promise<string | undefined> {
  const id = await insertAccount(tx, 'contact', contact)
  if (id === undefined) return undefined
  await tx
    .insertInto('contacts')
    .values({
      account_id: id,
      retailer_id: contact.retailerId,
      email: contact.email,
      has_website_access: contact.hasWebsiteAccess,
      role: contact.jobTitle ?? '',
    })
    .execute()
  return id
}

async function insertAccount(tx: Tx, kind: Account['kind'], person: NewPerson): Promise<string | undefined> {
  const row = await tx
    .insertInto('accounts')
    .values({
      kind,
      username: person.username,
      username_key: person.usernameKey,
      given_name: person.givenName,
      family_name: person.familyName,
      is_active: person.isActive,
      password_hash: person.passwordHash,
      password_changed_at: person.passwordHash === null ? null : person.createdAt,
      created_at: person.createdAt,
    })
    .onConflict(conflict => conflict.column('username_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Updates everything about a user except the username. */
export async function updateUser(
  tx: Tx,
  user: Pick<NewUser, 'givenName' | 'familyName' | 'userType' | 'emailTo' | 'receivesSystemMessages'> & {
    id: string
    roleId: string | null
  },
): Promise<void> {
  const { id, givenName, familyName, userType, emailTo, roleId, receivesSystemMessages: receives } = user
  await renamePeople(tx, [{ id, givenName, familyName }])
  await tx
    .updateTable('users')
    .set({
      user_type: userType,
      email_to: emailTo,
      role_id: roleId,
      ...(receives !== undefined && { receives_system_messages: receives }),
    })
    .where('account_id', '=', id)
    .execute()
}

/** Changes the account's username and a contact's email address. Throws if the name was taken concurrently. */
export async function updateUsername(
  tx: Tx,
  { id, username, usernameKey, email }: Pick<NewPerson, 'username' | 'usernameKey'> & { id: string; email?: string },
): Promise<void> {
  await tx.updateTable('accounts').set({ username, username_key: usernameKey }).where('id', '=', id).execute()
  if (email !== undefined) await tx.updateTable('contacts').set({ email }).where('account_id', '=', id).execute()
}

/** Updates everything about a contact except the username and the email address. */
export async function updateContact(tx: Tx, contact: ContactEdit): Promise<void> {
  const { id, jobTitle, mayOrder } = contact
  await renamePeople(tx, [contact])
  await tx.updateTable('contacts').set({ role: jobTitle, may_order: mayOrder }).where('account_id', '=', id).execute()
}

/** Remembers the newest invitation for longer than its request is kept. */
export async function markInvited(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('accounts').set({ invited_at: at }).where('id', '=', id).execute()
}

export async function setWebsiteAccess(tx: Tx, { id, hasAccess }: { id: string; hasAccess: boolean }): Promise<void> {
  await tx.updateTable('contacts').set({ has_website_access: hasAccess }).where('account_id', '=', id).execute()
}

/** A new password clears a suspected compromise. An administrator's lock remains. */
export async function updatePassword(tx: Tx, { id, passwordHash, at }: { id: string; passwordHash: string; at: Date }) {
  await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash, password_changed_at: at, compromised_at: null })
    .where('id', '=', id)
    .execute()
}

/** Stores the same password hashed with newer parameters, unless the password has changed in the meantime. */
export async function replacePasswordHash(db: Queryable, change: { id: string; from: string; to: string }) {
  await db
    .updateTable('accounts')
    .set({ password_hash: change.to })
    .where('id', '=', change.id)
    .where('password_hash', '=', change.from)
    .execute()
}

export async function markCompromised(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('accounts').set({ compromised_at: at }).where('id', '=', id).execute()
}

/** The time of an administrator's lock; null unlocks. */
export async function setLocked(tx: Tx, { id, at }: { id: string; at: Date | null }): Promise<void> {
  await tx.updateTable('accounts').set({ locked_at: at }).where('id', '=', id).execute()
}

/** An active user holds a licence; deactivation returns it. Contacts hold none. */
export async function setActive(tx: Tx, { id, isActive }: { id: string; isActive: boolean }): Promise<void> {
  await tx.updateTable('accounts').set({ is_active: isActive }).where('id', '=', id).execute()
  await tx.updateTable('users').set({ has_licence: isActive }).where('account_id', '=', id).execute()
}

export function toAccount(row: AccountRow): Account {
  const person = {
    id: row.id,
    username: row.username,
    usernameKey: row.username_key,
    givenName: row.given_name,
    familyName: row.family_name,
    isActive: row.is_active,
    passwordHash: row.password_hash,
    passwordChangedAt: row.password_changed_at,
    lockedAt: row.locked_at,
    compromisedAt: row.compromised_at,
  }
  const { user_type, has_licence, email_to, email, has_website_access, retailer_name, is_retailer_open } = row
  if (user_type !== null && has_licence !== null) {
    return { ...person, kind: 'user', userType: user_type, hasLicence: has_licence, emailTo: email_to }
  }
  if (email !== null && has_website_access !== null && retailer_name !== null) {
    const contact = { kind: 'contact', email, retailerName: retailer_name } as const
    return { ...person, ...contact, hasWebsiteAccess: has_website_access, isRetailerOpen: is_retailer_open === true }
  }
  throw new Error(`The account ${row.id} has neither a user nor a contact`)
}

/** `passwordHash` comes from another system, by an import. */
type PersonToAdd = {
  username: string
  key: string
  givenName: string
  familyName: string
  passwordHash?: string | null
}
export type UserToAdd = PersonToAdd & { userType: UserType; emailTo: string | null; roleId: string | null }
export type ContactToAdd = PersonToAdd & {
  retailerId: string
  email: string
  jobTitle: string
  phone: string
  hasWebsiteAccess: boolean
}
type Many<One> = { people: readonly One[]; at: Date }

/** Adds accounts in bulk, active, and without a password unless an import brings its hash. Skips taken usernames. Returns the ids by username key. */
async function insertAccounts(tx: Tx, kind: Account['kind'], { people, at }: Many<PersonToAdd>) {
  const { rows } = await sql<{ id: string; username_key: string }>`
    insert into accounts (kind, username, username_key, given_name, family_name, created_at, password_hash,
      password_changed_at)
    select ${kind}::text, r.username, r.key, r."givenName", r."familyName", ${at}::timestamptz,
      r."passwordHash", case when r."passwordHash" is not null then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r (username text, key text, "givenName" text,
      "familyName" text, "passwordHash" text)
    on conflict (username_key) do nothing
    returning id, username_key`.execute(tx)
  return new Map(rows.map(row => [row.username_key, row.id]))
}

const withIds = (people: readonly PersonToAdd[], ids: ReadonlyMap<string, string>) =>
  JSON.stringify(people.filter(({ key }) => ids.has(key)).map(person => ({ ...person, id: ids.get(person.key) })))

/** Each user holds a licence, which the caller has already taken. */
export async function insertUsers(tx: Tx, users: Many<UserToAdd>): Promise<Map<string, string>> {
  const ids = await insertAccounts(tx, 'user', users)
  await sql`insert into users (account_id, user_type, has_licence, email_to, role_id, receives_system_messages)
    select r.id, r."userType", true, r."emailTo", r."roleId", r."userType" = 'admin'
    from jsonb_to_recordset(${withIds(users.people, ids)}::jsonb) as r (id uuid, "userType" text, "emailTo" text,
      "roleId" uuid)`.execute(tx)
  return ids
}

export async function insertContacts(tx: Tx, contacts: Many<ContactToAdd>): Promise<Map<string, string>> {
  const ids = await insertAccounts(tx, 'contact', contacts)
  await sql`insert into contacts (account_id, retailer_id, email, has_website_access, role, phone)
    select r.id, r."retailerId", r.email, r."hasWebsiteAccess", r."jobTitle", r.phone
    from jsonb_to_recordset(${withIds(contacts.people, ids)}::jsonb) as r (id uuid, "retailerId" uuid, email text,
      "hasWebsiteAccess" boolean, "jobTitle" text, phone text)`.execute(tx)
  return ids
}

/** Renames accounts in bulk. Passwords, sessions and licences are unchanged. */
export async function renamePeople(
  tx: Tx,
  people: readonly { id: string; givenName: string; familyName: string }[],
): Promise<void> {
  await sql`update accounts as a set given_name = r."givenName", family_name = r."familyName"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r (id uuid, "givenName" text, "familyName" text)
    where a.id = r.id`.execute(tx)
}

export async function updateContactDetails(
  tx: Tx,
  contacts: readonly { id: string; jobTitle: string; phone: string }[],
): Promise<void> {
  await sql`update contacts as c set role = r."jobTitle", phone = r.phone
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r (id uuid, "jobTitle" text, phone text)
    where c.account_id = r.id`.execute(tx)
}
