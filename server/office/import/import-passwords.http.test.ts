import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { foreignHashes, foreignPassword } from '../../../tests/support/people/foreign-hashes.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, nina, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let admin: Awaited<ReturnType<typeof signedInAt>>
let users: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  users = createImporter(admin, 'users')
})
afterAll(() => app.stop())

const header = 'Username,First name,Surname,password_hash'
const quoted = (text: string) => `"${text}"`
const hashOf = async (username: string): Promise<string | null> => {
  const text = 'select password_hash from accounts where username_key = $1'
  return (await app.database.pool.query(text, [username.toLowerCase()])).rows[0]?.password_hash
}

/** Everything that the database keeps, apart from the hashes of the accounts. */
async function kept(): Promise<string> {
  const { rows } = await app.database.pool.query(
    `select to_jsonb(r)::text as text from import_rows r union all select to_jsonb(i)::text from imports i
     union all select to_jsonb(e)::text from audit_events e`,
  )
  return rows.map(({ text }) => text).join('\n')
}

test('imported users sign in with their old password, which is then hashed here', async () => {
  const formats = Object.values(foreignHashes)
  const rows = formats.map((hash, place) => `MOVED${place},Mo,Ved,${quoted(hash)}`)
  const checked = await users.uploadAndCheck(csv(header, ...rows), { userType: 'scan' })
  expect(checked.summary?.passwords).toEqual([
    { kind: 'PBKDF2', count: 5 },
    { kind: 'argon2', count: 2 },
    { kind: 'bcrypt', count: 4 },
    { kind: 'scrypt', count: 3 },
  ])
  expect(checked.columns[3]).toMatchObject({ field: 'password-hash', isRefused: false })
  expect((await users.run(checked.id)).state).toBe('done')
  for (const [place, hash] of formats.entries()) {
    const username = `MOVED${place}`
    expect((await signIn(app.visitor(), username, `${foreignPassword}!`)).status, hash).not.toBe(303)
    expect(await hashOf(username)).toBe(`imported:${hash}`)
    expect((await signIn(app.visitor(), username, foreignPassword)).status, hash).toBe(303)
    expect(await hashOf(username)).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
    expect((await signIn(app.visitor(), username, foreignPassword)).status, hash).toBe(303)
  }
})

test('11.4.2 rows with a weak, costly or unknown hash are refused with a reason that never repeats the cell', async () => {
  const file = csv(
    header,
    'WEAK1,We,Ak,5f4dcc3b5aa765d61d8327deb882cf99',
    'PLAIN1,Pl,Ain,my-plain-password',
    `COSTLY1,Co,Stly,${foreignHashes['bcrypt 2b'].replace('$05$', '$31$')}`,
    'NONE1,No,Ne,',
    `${nina},Nina,N,${foreignHashes['bcrypt 2b']}`,
  )
  const checked = await users.uploadAndCheck(file, { existing: 'update' })
  const texts = (await users.rows(checked.id)).map(({ row, verdict, texts }) => [row, verdict, texts.join(' ')])
  expect(texts.slice(0, 3)).toEqual([
    [2, 'refuse', expect.stringContaining('md5, sha1 or another one that is guessed quickly')],
    [3, 'refuse', expect.stringContaining("isn't of a kind that can be checked here")],
    [4, 'refuse', expect.stringContaining('would take too long')],
  ])
  for (const [, , text] of texts.slice(0, 3)) expect(text).toContain('invite the person instead')
  expect(texts[3]).toEqual([5, 'add', expect.any(String)])
  expect(texts[4]?.[2]).toContain('The password stays the same')
  const before = await hashOf(nina)
  await users.run(checked.id, 'good')
  expect([await hashOf(nina), await hashOf('NONE1')]).toEqual([before, null])
  expect(await kept()).not.toContain('my-plain-password')
  expect(app.logged()).not.toContain('my-plain-password')
})

test('14.2.6 a hash is in no kept row, audit entry, log line, sample or download, neither before nor after the import', async () => {
  const hash = foreignHashes['bcrypt of PHP']
  const checked = await users.uploadAndCheck(csv(header, `HIDDEN1,Hi,Dden,${hash}`), { userType: 'scan' })
  expect(checked.columns[3]?.samples).toEqual(['a hidden hash'])
  expect(await kept()).not.toContain(hash)
  expect(await kept()).toContain('sealed.')
  const download = async () => (await admin.get(`${users.path}/${checked.id}/result`)).html
  expect(await download()).not.toMatch(/sealed|\$2y/)
  await users.run(checked.id)
  expect(await kept()).not.toMatch(/sealed\.|\$2y\$/)
  expect(await download()).not.toMatch(/sealed|\$2y/)
  expect(app.logged()).not.toContain(hash)
})

test('6.3.8 sign-ins are answered at even moments as long as a hash of another system is stored', async () => {
  const text = `select count(*)::int as count from accounts where password_hash like 'imported:%'`
  const { rows } = await app.database.pool.query(text)
  expect(rows[0].count).toBe(1)
  const { hasImported } = app.actions
  expect(await hasImported()).toBe(true)
  expect((await signIn(app.visitor(), 'HIDDEN1', foreignPassword)).status).toBe(303)
  expect(await hasImported()).toBe(false)
})
