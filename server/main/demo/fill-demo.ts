import { randomInt } from 'node:crypto'
import { insertContact, insertUser } from '../../people/accounts/accounts.store.ts'
import { saveOrganisation } from '../../people/organisation/organisation.store.ts'
import { insertRetailer } from '../../people/retailers/retailers.store.ts'
import { insertTerritory } from '../../people/territories/territories.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import type { PasswordHashing } from '../../platform/passwords/password-hashing.ts'
import { demoOrganisation, demoRetailers, demoUsers, territoryOf } from './demo-people.ts'
import { fillFieldData, type Size } from './fill-field-data.ts'
import type { Territory } from './make-retailers.ts'

export type DemoSignIn = { username: string; password: string; note: string }

type Needs = { db: Db; clock: Clock; hashing: PasswordHashing }

/** A year and a month of orders, so that a retailer's chart has a year to compare with. */
export const fieldData: Size = { retailers: 60, products: 400, daysOfOrders: 400 }

/** Writes the demo organisation into an empty database and returns the sign-ins, each with its own random password. */
export async function fillDemo(needs: Needs, size = fieldData): Promise<DemoSignIn[]> {
  const signIns = [
    ...demoUsers.map(({ username, note }) => ({ username, note, password: makePassword() })),
    ...demoRetailers.flatMap(({ name, contacts }) =>
      contacts.map(({ username }) => ({ username, note: `contact at ${name}`, password: makePassword() })),
    ),
  ]
  const hashes = await hashAll(needs.hashing, signIns)
  const idOfTerritory = await insertTerritories(needs)
  const accountIds = await insertAll(needs, hashes, idOfTerritory)
  const reps = Object.entries(territoryOf).map(([name, territory]) => {
    const accountId = accountIds.get(name)
    if (accountId === undefined) throw new Error(`The demo has no user ${name}`)
    return { accountId, territory }
  })
  const administratorId = accountIds.get(demoUsers[0]?.username ?? '') ?? null
  await fillFieldData(needs, { reps, administratorId, idOfTerritory, size })
  return signIns
}

/** 15 characters that are hard to confuse, in groups that are easy to type from a screen: 74 bits. */
function makePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

async function hashAll(hashing: PasswordHashing, signIns: readonly DemoSignIn[]): Promise<Map<string, string>> {
  const hashed = await Promise.all(
    signIns.map(async ({ username, password }) => {
      const hash = await hashing.inTurn({}, hasher => hasher.hash(password))
      if (typeof hash !== 'string') throw new Error("The demo couldn't be filled: too many passwords are being hashed")
      return [username, hash] as const
    }),
  )
  return new Map(hashed)
}

async function insertTerritories({ db }: Needs): Promise<Map<Territory, string>> {
  return db.transaction().execute(async tx => {
    const ids = new Map<Territory, string>()
    for (const name of new Set(Object.values(territoryOf))) {
      const id = await insertTerritory(tx, name)
      if (id === undefined) throw new Error(`The demo has the territory ${name} twice`)
      ids.set(name, id)
    }
    return ids
  })
}

async function insertAll(
  { db, clock }: Needs,
  hashes: Map<string, string>,
  idOfTerritory: Map<Territory, string>,
): Promise<Map<string, string>> {
  const createdAt = clock.now()
  const nameOf = (username: string) => ({ username, usernameKey: nameKey(username) })
  const passwordOf = (username: string) => hashes.get(username) ?? null
  const accountIds = new Map<string, string>()
  await db.transaction().execute(async tx => {
    await saveOrganisation(tx, demoOrganisation)
    for (const { note: _, isActive = true, username, ...user } of demoUsers) {
      const passwordHash = passwordOf(username)
      const id = await insertUser(tx, {
        ...user,
        ...nameOf(username),
        isActive,
        hasLicence: isActive,
        emailTo: null,
        passwordHash,
        createdAt,
      })
      if (id !== undefined) accountIds.set(username, id)
    }
    for (const { name, accountNumber, territory, contacts } of demoRetailers) {
      const territoryId = idOfTerritory.get(territory) ?? null
      const retailerId = await insertRetailer(tx, { name, accountNumber, territoryId, createdAt })
      if (retailerId === undefined) throw new Error(`The demo has ${accountNumber} twice`)
      for (const { username, ...contact } of contacts) {
        const passwordHash = passwordOf(username)
        await insertContact(tx, {
          ...contact,
          ...nameOf(username),
          retailerId,
          isActive: true,
          passwordHash,
          createdAt,
        })
      }
    }
  })
  return accountIds
}
