import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { importKinds, importLimits } from '../../../shared/contract/import-lists.ts'
import { noRights } from '../../../shared/contract/rights.ts'
import { addAdministrator, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createPurge } from '../../main/purge.job.ts'
import { createWorkImport } from './work-import.job.ts'

let app: TestApp
let users: ReturnType<typeof createImporter>
let people: number
beforeAll(async () => {
  app = await startTestApp()
})
beforeEach(async () => {
  await app.database.pool.query('delete from imports')
  users = createImporter(await signedInAt(app, ava, app.passwordOf(ava)), 'users')
  people = await countAccounts()
})
afterAll(() => app.stop())

const count = async (table: string) =>
  Number((await app.database.pool.query(`select count(*) from ${table}`)).rows[0].count)
const countAccounts = () => count('accounts')

const broken: [string, string | Buffer, string][] = [
  ['nothing at all', '', 'empty'],
  ['a header alone', 'Username,First name,Surname\r\n', 'no-rows'],
  ['a workbook', Buffer.from('504b03041400060008000000', 'hex'), 'workbook'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-text'],
  ['a NUL within a text', 'Username\r\nro\0b', 'not-text'],
  ['half a letter at its end', Buffer.from('Name\r\nJosé,é').subarray(0, -1), 'cut-off'],
  ['a quote that never closes', csv('Username,Surname', '"kim,King', 'zoe,Zed'), 'broken-quote'],
  ['one line of 5 MB', 'x'.repeat(5_000_000), 'endless-row'],
  ['more than 5 MB', `Username\r\n${'abcdefgh\r\n'.repeat(500_000)}`, 'too-big'],
  ['20,001 rows', `Username\r\n${'a\r\n'.repeat(20_001)}`, 'too-many-rows'],
]

test.each(broken)('5.2.1 refuses a file that is %s in words, and keeps nothing of it', async (_name, file, kind) => {
  const { status, body } = await users.upload(file)
  expect([status, body.problem.kind]).toEqual([422, kind])
  expect(body.problem.text.length).toBeGreaterThan(20)
  expect([await count('imports'), await count('import_rows'), await countAccounts()]).toEqual([0, 0, people])
})

test('5.2.1 refuses a million products in words and keeps none of them, and takes a longer file than of people', async () => {
  const products = createImporter(await signedInAt(app, ava, app.passwordOf(ava)), 'products')
  const million = await products.upload(`Product code,Price\r\n${'a,1\r\n'.repeat(1_000_000)}`)
  expect([million.status, million.body.problem.kind]).toEqual([422, 'too-many-rows'])
  expect(million.body.problem.text).toContain('200,000 rows')
  expect([await count('imports'), await count('import_rows')]).toEqual([0, 0])
  const long = await products.upload(`Product code,Price\r\n${'a,1\r\n'.repeat(20_001)}`)
  expect([long.status, await count('import_rows')]).toEqual([200, 20_001])
  await products.post(`${long.body.id}/discard`)
})

test('5.2.1 no uploaded bytes cause a fault, and neither an upload nor a check adds a user', async () => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map(array => Buffer.from(array))
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('"', '""', ',', ';', '\r\n', "'=1+1", ava),
  )
  const table = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
    .map(rows =>
      Buffer.from(
        [
          'Username,First name,Surname,E-mail to,Account number,E-mail,Name,Territory',
          ...rows.map(row => row.join(',')),
        ].join('\n'),
      ),
    )
  const admin = await signedInAt(app, ava, app.passwordOf(ava))
  const importers = importKinds.map(kind => createImporter(admin, kind))
  const work = createWorkImport({ ...app.ground, db: app.database.db, clock: app.clock })
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, table), fc.constantFrom(...importers), async (file, importer) => {
      await app.database.pool.query('delete from imports')
      const { status, body } = await importer.upload(file)
      expect([200, 422]).toContain(status)
      if (status !== 200) return
      const { columns } = await importer.read(body.id)
      const fields = columns.map(({ field }) => field)
      const settings = { existing: 'update', territories: 'create', userType: 'device' }
      const checked = await importer.post(`${body.id}/check`, { fields, ...settings })
      expect([200, 422]).toContain(checked.status)
      if (checked.status !== 200) return
      // Runs without waiting for the server's next poll.
      await work()
      expect((await importer.untilDone(body.id)).state).toBe('checked')
    }),
    { numRuns: 60 },
  )
  expect(await countAccounts()).toBe(people)
  expect(app.logged()).not.toContain('a request met a fault')
})

test('6.4.1 the content of a password column is never stored, and the column cannot be mapped', async () => {
  const canary = 'canary-that-was-a-secret'
  const { body } = await users.upload(
    csv('Username,First name,Surname,Initial password', `kim@new.example,Kim,King,${canary}`),
  )
  const { columns } = await users.read(body.id)
  expect(columns[3]).toEqual({ name: 'Initial password', samples: [], field: null, isRefused: true })
  const refused = await users.post(`${body.id}/check`, {
    fields: ['username', 'given-name', 'family-name', 'email-to'],
    existing: 'leave',
    territories: 'refuse',
    userType: 'device',
  })
  expect([refused.status, refused.body.problem.kind]).toEqual([422, 'column-of-passwords'])
  const { rows } = await app.database.pool.query(
    'select i::text as text from imports i union all select r::text from import_rows r',
  )
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.map(({ text }) => text).join()).not.toContain(canary)
  expect(app.logged()).not.toContain(canary)
})

test('5.2.2 a file is accepted only at its own address, which accepts nothing else; its name is one line of text', async () => {
  const admin = await signedInAt(app, ava, app.passwordOf(ava))
  expect((await admin.postFile('/api/users', 'Username')).status).toBe(415)
  expect((await admin.postJson('/api/imports/users?fileName=a.csv', {})).status).toBe(415)
  for (const name of ['', '?fileName=', '?fileName=a%00b', '?fileName=a%0Ab', `?fileName=${'a'.repeat(201)}`])
    expect((await admin.postFile(`/api/imports/users${name}`, 'Username')).status, name).toBe(400)
})

test('5.2.1 the number of stored files is limited to protect the database', async () => {
  for (let kept = 0; kept < importLimits.files; kept += 1) await users.upload('Username\r\nkim\r\n')
  const refused = await users.upload('Username\r\nkim\r\n')
  expect([refused.status, refused.body.problem.kind]).toEqual([422, 'too-many-files'])
})

test('8.2.2 an import of one kind is not found under another kind, which needs another right', async () => {
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, retailers: 'write' } })
  const { body } = await users.upload(csv('Username', 'kim'))
  expect((await visitor.get(`/api/imports/retailers/${body.id}`)).status).toBe(404)
  expect((await visitor.get(`/api/imports/contacts/${body.id}/result`)).status).toBe(404)
  expect((await visitor.get(`/api/imports/users/${body.id}`)).status).toBe(403)
})

test('7.5.3 an upload and a run need a sign-in within the last ten minutes', async () => {
  const { visitor } = await addAdministrator(app, { rights: { ...noRights, users: 'write' } })
  const mine = createImporter(visitor, 'users')
  const { id } = await mine.uploadAndCheck(csv('Username,First name,Surname', 'late@new.example,Lee,Late'))
  app.clock.advance(10 * 60 + 1)
  expect((await mine.upload('Username')).body.problem.kind).toBe('confirm-first')
  expect((await mine.post(`${id}/run`, { scope: 'all', invitations: 'later' })).body.problem.kind).toBe('confirm-first')
})

test('14.2.7 an uploaded file is deleted on request, and automatically after a week', async () => {
  const { body } = await users.upload(csv('Username', 'kim'))
  const kept = await users.upload(csv('Username', 'zoe'))
  expect((await users.post(`${body.id}/discard`)).status).toBe(200)
  expect((await users.post(`${body.id}/discard`)).status).toBe(404)
  app.clock.advance(7 * 86_400 + 1)
  await createPurge({ db: app.database.db, clock: app.clock })()
  const again = asJson(
    await (await signedInAt(app, ava, app.passwordOf(ava))).get(`/api/imports/users/${kept.body.id}`),
  )
  expect(again.status).toBe(404)
  expect(await count('import_rows')).toBe(0)
})
