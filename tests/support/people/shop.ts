import { randomBytes } from 'node:crypto'
import type { TestApp } from '../servers/app.ts'
import type { Visitor } from '../servers/visitor.ts'
import { addContact, addRetailer, addTerritory } from './retailers.ts'

export type Shopper = {
  id: string
  username: string
  retailerId: string
  visitor: Visitor
}

const password = 'seven quiet harbours 41'

/** A signed-in contact of a retailer, new or given, in a browser of their own. */
export async function addShopper(app: TestApp, change: { retailerId?: string; name?: string } = {}): Promise<Shopper> {
  const retailerId = change.retailerId ?? (await addRetailer(app, change.name ?? 'Fern & Sons'))
  const username = `BUYER-${randomBytes(5).toString('hex')}`
  const passwordHash = await app.ground.hashing.inTurn({}, hasher => hasher.hash(password))
  if (typeof passwordHash !== 'string') throw new Error('The server is busy')
  const id = await addContact(app, { retailerId, username, passwordHash })
  const visitor = await signInToShop(app, username)
  return { id, username, retailerId, visitor }
}

/** The same contact in another browser. */
export async function signInToShop(app: TestApp, username: string): Promise<Visitor> {
  const visitor = app.visitor()
  const answer = await visitor.post('/sign-in', { username, password })
  if (answer.status !== 303) throw new Error(`${username} was not signed in: ${answer.heading}`)
  return visitor
}

export async function moveToNewTerritory(app: TestApp, retailerId: string): Promise<string> {
  const territoryId = await addTerritory(app)
  await app.database.pool.query('update retailers set territory_id = $1 where id = $2', [territoryId, retailerId])
  return territoryId
}
