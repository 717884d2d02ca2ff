import { randomBytes } from 'node:crypto'
import { insertUser } from '../../../server/people/accounts/accounts.store.ts'
import { moduleNames, type Rights } from '../../../shared/contract/rights.ts'
import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { TestApp } from '../servers/app.ts'
import type { Answer, Visitor } from '../servers/visitor.ts'

export type ApiUser = { visitor: Visitor; accountId?: string; username?: string; password?: string }

export const fullRights = Object.fromEntries(moduleNames.map(name => [name, 'write'])) as Rights

const password = 'heron-tandem-gravel-58'
const hashes = new WeakMap<TestApp, Promise<string>>()

/** A new administrator with these rights, signed in on request. */
export async function addAdministrator(
  app: TestApp,
  { rights, signsIn = true }: { rights: Rights; signsIn?: boolean },
): Promise<ApiUser> {
  const { accountId, username } = await addUser(app, { userType: 'admin', roleId: await addRole(app, rights) })
  const visitor = signsIn ? await signedInAt(app, username, password) : app.visitor()
  return { visitor, username, password, accountId }
}

type NewTestUser = { userType: UserType; roleId?: string }

/** A new user with a password, active and licensed. */
export async function addUser(app: TestApp, { userType, roleId }: NewTestUser) {
  const username = `${userType}-${randomLetters()}@harbourvale.example`
  const passwordHash = await hashOf(app)
  const user = { username, usernameKey: username, givenName: 'Robin', familyName: 'Marlow', emailTo: null } as const
  const accountId = await app.database.db.transaction().execute(tx =>
    insertUser(tx, {
      ...user,
      userType,
      isActive: true,
      hasLicence: true,
      passwordHash,
      ...(roleId !== undefined && { roleId }),
      createdAt: app.clock.now(),
    }),
  )
  if (accountId === undefined) throw new Error(`${username} exists already`)
  app.passwords.set(username, password)
  return { accountId, username, password }
}

/** A user of the app for one test alone. */
export const addRep = (app: TestApp) => addUser(app, { userType: 'device' })

/** Without digits: six of them in a username would look like the code of an email. */
const randomLetters = () =>
  randomBytes(5)
    .toString('hex')
    .replace(/\d/g, digit => 'ghijklmnop'[Number(digit)] ?? '')

export async function addRole(app: TestApp, rights: Rights): Promise<string> {
  const { id } = await app.database.db
    .insertInto('roles')
    .values({ name: `Role ${randomBytes(5).toString('hex')}`, ...rights })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A token with these rights, for calls of another system. */
export async function addServiceToken(app: TestApp, rights: Rights, days = 30): Promise<string> {
  const role = { id: await addRole(app, rights) }
  const name = `System ${randomBytes(5).toString('hex')}`
  const added = await app.actions.addServiceToken({ name, role, days, authority: { actor: 'command-line' } })
  if (added.kind !== 'added') throw new Error(`No token: ${added.kind}`)
  return added.token
}

export async function signedInAt(app: TestApp, username: string, secret: string): Promise<Visitor> {
  const visitor = app.visitor()
  const { status } = await visitor.post('/sign-in', { username, password: secret })
  if (status !== 303) throw new Error(`${username} could not sign in: ${status}`)
  return visitor
}

export function asJson({ status, html }: Answer) {
  return { status, body: JSON.parse(html) }
}

function hashOf(app: TestApp): Promise<string> {
  const made =
    hashes.get(app) ??
    app.ground.hashing
      .inTurn({}, hasher => hasher.hash(password))
      .then(hash => {
        if (typeof hash !== 'string') throw new Error('The password could not be hashed')
        return hash
      })
  hashes.set(app, made)
  return made
}
