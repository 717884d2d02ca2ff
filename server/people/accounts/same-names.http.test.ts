import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, addRole, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { askForMail, ava, save } from '../../../tests/support/people/reset-steps-http.ts'
import { addContact, addRetailer, addTerritory } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  await app.database.pool.query('update licences set enabled = 1000')
})
afterAll(() => app.stop())

async function command(path: string, body: object): Promise<string> {
  const { body: answer } = asJson(await admin.postJson(`/api/${path}`, body))
  return answer.kind ?? answer.problem.kind ?? `a fault: ${answer.problem.status}`
}

const several = <T>(make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 12 }, (_, n) => make(n)))
const addUser = async () => (await addAdministrator(app, { rights: noRights, signsIn: false })).accountId ?? ''
const nameOf = (word: string) => `${word}-${randomUUID()}`
const addressOf = (word: string) => `${nameOf(word)}@harbourvale.example`

/** One request gets the name; the others learn that it is taken. */
function expectOneWinner(kinds: readonly string[], { won, taken }: { won: readonly string[]; taken: string }) {
  expect(kinds.filter(kind => won.includes(kind))).toHaveLength(1)
  expect(kinds.filter(kind => !won.includes(kind))).toEqual(Array(kinds.length - 1).fill(taken))
}

test('gives a name to exactly one of twelve concurrent renames', async () => {
  const username = addressOf('one')
  const ids = await several(addUser)
  const kinds = await Promise.all(ids.map(id => command(`users/${id}/username`, { username })))
  expectOneWinner(kinds, { won: ['changed'], taken: 'taken' })
  expect(await app.accountId(username)).toBe(ids[kinds.indexOf('changed')])
})

test('gives a name to exactly one of a concurrent rename, new user and new contact', async () => {
  for (let round = 0; round < 5; round++) {
    const username = addressOf('three')
    const retailerId = await addRetailer(app)
    const [id, contactId] = [await addUser(), await addContact(app)]
    const person = { givenName: 'New', familyName: 'Person' }
    const user = { ...person, username, userType: 'scan', emailTo: null, roleId: null }
    const kinds = await Promise.all([
      command(`users/${id}/username`, { username }),
      command('users', user),
      command('contacts', { ...person, retailerId, username, email: username, role: '' }),
      command(`contacts/${contactId}/address`, { username, email: username }),
    ])
    expectOneWinner(kinds, { won: ['changed', 'added'], taken: 'taken' })
  }
})

test('refuses or applies a concurrent swap of two usernames without a deadlock', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [addressOf('swap'), addressOf('swap')]
    const [first, second] = [await addUser(), await addUser()]
    await command(`users/${first}/username`, { username: one })
    await command(`users/${second}/username`, { username: other })
    const kinds = await Promise.all([
      command(`users/${first}/username`, { username: other }),
      command(`users/${second}/username`, { username: one }),
    ])
    expect(kinds.every(kind => kind === 'changed' || kind === 'taken')).toBe(true)
  }
})

test('serialises two concurrent changes of one username and notifies of each', async () => {
  const id = await addUser()
  const names = [addressOf('first'), addressOf('second')]
  const kinds = await Promise.all(names.map(username => command(`users/${id}/username`, { username })))
  expect(kinds).toEqual(['changed', 'changed'])
  const { rows } = await app.database.pool.query(
    'select username_before, username_after from address_changes where account_id = $1 order by id',
    [id],
  )
  expect(rows).toHaveLength(2)
  expect(rows[1].username_before).toBe(rows[0].username_after)
})

test('6.5.1 ends the reset link when a new username is saved concurrently with the new password, unless the reset came first', async () => {
  for (let round = 0; round < 6; round++) {
    const username = `racer-${round}@harbourvale.example`
    const id = await addUser()
    await app.database.pool.query('update accounts set username = $2, username_key = $2 where id = $1', [id, username])
    const { path, code } = await askForMail(app, username)
    const [saved, renamed] = await Promise.all([
      save(app.visitor(), path, { code }),
      command(`users/${id}/username`, { username: addressOf('racer') }),
    ])
    expect(renamed).toBe('changed')
    const { rows } = await app.database.pool.query('select password_hash, username from accounts where id = $1', [id])
    expect(rows[0].username).not.toBe(username)
    if (saved.status !== 303)
      expect([saved.status, saved.heading]).toEqual([410, 'Your username or address has changed'])
  }
})

test('lets two administrators rename each other concurrently', async () => {
  for (let round = 0; round < 5; round++) {
    const rights = { ...noRights, users: 'write' } as const
    const [one, other] = [await addAdministrator(app, { rights }), await addAdministrator(app, { rights })]
    const rename = async (by: typeof one, whom: typeof one) =>
      asJson(await by.visitor.postJson(`/api/users/${whom.accountId}/username`, { username: addressOf('each') })).body
        .kind
    expect(await Promise.all([rename(one, other), rename(other, one)])).toEqual(['changed', 'changed'])
  }
})

test('gives a name to exactly one of several concurrent retailers, territories or roles', async () => {
  const accountNumber = nameOf('AC')
  const retailers = await several(() => addRetailer(app))
  const retailer = { name: 'Teal', accountNumber, territoryId: null, status: 'open' }
  const numbers = await Promise.all(retailers.map(id => command(`retailers/${id}`, retailer)))
  expectOneWinner(numbers, { won: ['changed'], taken: 'number-taken' })

  const name = nameOf('Shore')
  const territories = await several(() => addTerritory(app))
  const named = await Promise.all(territories.map(id => command(`territories/${id}`, { name })))
  expectOneWinner(named, { won: ['renamed'], taken: 'territory-taken' })

  const roles = await several(() => addRole(app, noRights))
  const changed = await Promise.all(roles.map(id => command(`roles/${id}`, { name, rights: noRights })))
  expectOneWinner(changed, { won: ['changed'], taken: 'role-taken' })
})
