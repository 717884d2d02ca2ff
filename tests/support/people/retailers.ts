import { randomBytes } from 'node:crypto'
import { insertContact } from '../../../server/people/accounts/accounts.store.ts'
import { insertRetailer } from '../../../server/people/retailers/retailers.store.ts'
import { insertTerritory } from '../../../server/people/territories/territories.store.ts'
import { nameKey } from '../../../server/platform/names/name-key.ts'
import type { TestApp } from '../servers/app.ts'

const unique = () => randomBytes(5).toString('hex')

type NewContact = {
  retailerId?: string
  username?: string
  givenName?: string
  email?: string
  jobTitle?: string
  passwordHash?: string
}

export async function addTerritory(app: TestApp, name = `Territory ${unique()}`): Promise<string> {
  return whole(await app.database.db.transaction().execute(tx => insertTerritory(tx, name)))
}

export async function addRetailer(app: TestApp, name = 'Fern & Sons'): Promise<string> {
  const retailer = { name, accountNumber: `FS-${unique()}`, territoryId: null, createdAt: app.clock.now() }
  return whole(await app.database.db.transaction().execute(tx => insertRetailer(tx, retailer)))
}

export async function addContact(app: TestApp, change: NewContact = {}): Promise<string> {
  const retailerId = change.retailerId ?? (await addRetailer(app))
  const username = change.username ?? `SHOP-${unique()}`
  const contact = {
    givenName: 'Faye',
    familyName: 'Fern',
    email: `shop-${unique()}@fernsons.example`,
    passwordHash: null,
    ...change,
    retailerId,
    username,
    usernameKey: nameKey(username),
    hasWebsiteAccess: true,
    isActive: true,
    createdAt: app.clock.now(),
  }
  return whole(await app.database.db.transaction().execute(tx => insertContact(tx, contact)))
}

function whole(id: string | undefined): string {
  if (id === undefined) throw new Error('The retailer or contact exists already')
  return id
}
