import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  const numbers = ['7', '7000', '00123', '1.234']
  await app.database.pool.query(
    `insert into retailers (name, account_number, created_at) select 'Shop ' || n, n, now() from unnest($1::text[]) as n`,
    [numbers],
  )
})
afterAll(() => app.stop())

const importer = (kind: 'users' | 'retailers' | 'contacts') => createImporter(admin, kind)
const textsOf = async (made: ReturnType<typeof importer>, id: string) =>
  Object.fromEntries((await made.rows(id)).map(({ row, texts }) => [row, texts.join(' ')]))

test('an ambiguous number is not a key, and the import asks about lost zeros instead of guessing', async () => {
  const contacts = importer('contacts')
  const row = (number: string, name: string) => `${number},${name}@cells.example,Cy,Cell`
  const checked = await contacts.uploadAndCheck(
    csv(
      'Account number,E-mail,First name,Surname',
      row('"7,000"', 'a'),
      row('="00123"', 'b'),
      row('123', 'c'),
      row("'00123", 'd'),
      row('#N/A', 'e'),
      row('7.00', 'f'),
      row('1.234', 'g'),
      row('"12 345"', 'h'),
    ),
  )
  expect(await textsOf(contacts, checked.id)).toEqual({
    2: expect.stringContaining('“7,000” could mean more than one number.'),
    3: '',
    4: expect.stringContaining(
      'no retailer with the account number “123”. Import the retailers first. Did you mean 00123?',
    ),
    5: '',
    6: 'Account number is missing.',
    7: expect.stringContaining('read as 7'),
    8: '',
    9: expect.stringContaining('“12 345” could mean more than one number.'),
  })
  const retailers = importer('retailers')
  const shops = await retailers.uploadAndCheck(csv('Account number,Name', '123,New shop', '"1,000",Other shop'))
  expect(shops.summary).toMatchObject({ add: 1, refuse: 1, noted: 1 })
  expect((await textsOf(retailers, shops.id))[2]).toContain('Did you mean 00123?')
})

test('reads yes and no in the languages of other spreadsheets', async () => {
  const contacts = importer('contacts')
  const said = ['WAHR', 'FALSCH', 'VRAI', 'FAUX', 'VERO', 'Sì', 'T', 'F', 'perhaps']
  const rows = said.map((word, n) => `7,yes${n}@cells.example,Cy,Cell,${word}`)
  const checked = await contacts.uploadAndCheck(csv('Account number,E-mail,First name,Surname,Website access', ...rows))
  expect(checked.summary).toMatchObject({ add: 8, refuse: 1 })
  const done = await contacts.run(checked.id, 'good')
  expect(done.state).toBe('done')
  const { rows: access } = await app.database.pool.query(
    `select has_website_access as has from contacts where email like 'yes%@cells.example' order by email`,
  )
  expect(access.map(({ has }) => has)).toEqual([true, false, true, false, true, true, true, false])
})

test('143 columns and one column of full names are imported with the chosen mapping', async () => {
  const users = importer('users')
  const more = Array.from({ length: 141 }, (_, n) => `Extra ${n}`)
  const file = csv(`Username,Full name,${more}`, `ann@cells.example,Ann Marie Wells,${more}`)
  const split = await users.uploadAndCheck(file)
  expect(split.columns).toHaveLength(143)
  expect(split.names).toBe('surname-last')
  await users.run(split.id)
  const kept = await users.uploadAndCheck(csv('Username,Name', 'desk@cells.example,Front Desk'), { names: 'keep' })
  expect(kept.summary).toMatchObject({ add: 1, refuse: 0 })
  await users.run(kept.id)
  const { rows } = await app.database.pool.query(
    `select given_name, family_name from accounts where username like '%@cells.example' and kind = 'user' order by username`,
  )
  expect(rows).toEqual([
    { given_name: 'Ann Marie', family_name: 'Wells' },
    { given_name: '', family_name: 'Front Desk' },
  ])
})

test('every download begins with a byte order mark, so Excel reads its letters', async () => {
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const beginningOf = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const bytes = await (await fetch(new URL(path, app.url), { ...init, headers })).arrayBuffer()
    return Buffer.from(bytes).subarray(0, 3).toString('hex')
  }
  const audit = { method: 'POST', body: '{}' }
  expect(await beginningOf('/api/audit/export', audit)).toBe('efbbbf')
  for (const path of ['/api/users/export', '/api/imports/users/template'])
    expect(await beginningOf(path), path).toBe('efbbbf')
})

test('titles above the header are skipped, and the upload can choose the header row and the encoding', async () => {
  const file = csv('Staff of Quay & Sons', 'Export, page 1', '', 'Username,Full name', 'pim@cells.example,Pim Peel')
  const users = importer('users')
  const { body } = await users.upload(file)
  const found = await users.read(body.id)
  expect(found.readAs).toContain('columns named in row 4')
  expect(found.columns.map(({ name }) => name)).toEqual(['Username', 'Full name'])
  expect(found.rows).toBe(1)

  const bytes = Buffer.from(
    'Username,Full name\r\nivan@cells.example,\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2\r\n',
    'latin1',
  )
  const samplesOf = async (search: string) => {
    const answer = asJson(await admin.postFile(`/api/imports/users?fileName=people.csv${search}`, bytes))
    return (await users.read(answer.body.id)).letterSamples
  }
  expect(await samplesOf('')).toEqual(['Иван Петров'])
  expect(await samplesOf('&encoding=windows-1252')).toEqual(['Èâàí Ïåòðîâ'])
  const late = asJson(await admin.postFile('/api/imports/users?fileName=people.csv&headerRow=4', file))
  expect((await users.read(late.body.id)).columns).toHaveLength(2)
  const first = asJson(await admin.postFile('/api/imports/users?fileName=people.csv&headerRow=1', file))
  expect((await users.read(first.body.id)).columns.map(({ name }) => name)).toEqual(['Staff of Quay & Sons'])
})
