import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { goodPassword, readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import { nextMailOf, riley, save, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { findPort, startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { cli, runCommand, runHere, runInTerminal } from '../../../tests/support/servers/command-line.ts'

const rep = 'new.rep@harbourvale.example'

let app: TestApp
let empty: TestDatabase
beforeAll(async () => {
  app = await startTestApp()
  empty = await createTestDatabase()
})
afterAll(async () => {
  await empty.drop()
  await app.stop()
})

const run = (args: string[], more?: Record<string, string>) => runHere(app, args, more)
const spawned = (args: string[], more?: Record<string, string>) => runCommand(app, args, more)
const inTerminal = (args: string[]) => runInTerminal(app, args)

describe('fieldkey user', () => {
  test('adds a user without a password, and the running server sends the password reset email', async () => {
    const names = ['--given-name', 'New', '--family-name', 'Rep']
    expect(await spawned(['user', 'add', rep, '--type', 'device', ...names])).toMatchObject({ code: 0, err: '' })
    expect((await spawned(['user', 'list'])).out).toMatch(/new\.rep@harbourvale\.example\s+device\s+active/)
    expect(await spawned(['user', 'reset', rep])).toMatchObject({ code: 0, out: expect.stringContaining('is queued') })
    const mail = await nextMailOf(app, { to: rep, subject: 'Reset your password' })
    expect(mail.text).toContain('Your administrator requested')
    expect(mail.text).toContain('for 24 hours')
    const { path, code } = readResetMail(mail)
    app.clock.advance(23 * 3600)
    expect((await save(app.visitor(), path, { code })).status).toBe(303)
    expect((await signIn(app.visitor(), rep, goodPassword)).status).toBe(303)
    // The commands of the other tests have the real time.
    app.clock.advance(-23 * 3600)
  })

  test('rejects a username that is not an address, a taken one and an unknown type, and says why', async () => {
    expect((await run(['user', 'add', 'JSMITH2', '--type', 'device'])).err).toContain('The @ is missing')
    expect((await run(['user', 'add', riley, '--type', 'device'])).err).toContain('already exists')
    const wrong = await run(['user', 'add', 'a@b.example', '--type', 'king'])
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('admin, dual, device, scan') })
    expect(await run(['user', 'reset', 'nobody@harbourvale.example'])).toMatchObject({ code: 1, out: '' })
  })

  test('renames a user, sends emails to the new address immediately and notifies both addresses', async () => {
    const [before, next] = ['moving.rep@harbourvale.example', 'moved.rep@harbourvale.example']
    const user = { username: before, userType: 'scan', givenName: 'Moe', familyName: 'Mover' } as const
    const authority = { actor: 'command-line' } as const
    await app.actions.addUser({ user: { ...user, emailTo: null, roleId: null }, authority })
    expect(await run(['user', 'rename', before, next])).toMatchObject({ code: 0, err: '' })
    await nextMailOf(app, { to: before, subject: 'Your username was changed' })
    await nextMailOf(app, { to: next, subject: 'Emails about your account come here now' })
    expect(await run(['user', 'reset', next])).toMatchObject({ code: 0, err: '' })
    await nextMailOf(app, { to: next, subject: 'Reset your password' })
  })

  test('refuses to rename a user to a taken name or to one that is not an address, and says why', async () => {
    const refused = (...names: string[]) => run(['user', 'rename', ...names]).then(({ err }) => err)
    const [missing, bad, taken, contact] = await Promise.all([
      refused(riley),
      refused(riley, 'JSMITH'),
      refused(riley, 'ava.admin@harbourvale.example'),
      refused('HV1001', 'hv@harbourvale.example'),
    ])
    expect(missing).toContain('NEW-USERNAME is missing')
    expect(bad).toContain('The @ is missing')
    expect(taken).toContain('already exists')
    expect(contact).toContain("isn't a user")
  })

  test('prints a reset to a terminal but never into a pipe, records it and notifies the account', async () => {
    const { username: rep } = await addRep(app)
    const piped = await spawned(['user', 'reset', rep, '--print'])
    expect(piped).toMatchObject({ code: 1, out: '', err: expect.stringContaining('to a terminal only') })
    const printed = await inTerminal(['user', 'reset', 'JSMITH', '--print'])
    const path = /\/reset\/[\w-]{43}/.exec(printed)?.[0] ?? ''
    const code = /Code: (\d{6})/.exec(printed)?.[1] ?? ''
    expect((await save(app.visitor(), path, { code })).status).toBe(303)
    expect((await signIn(app.visitor(), 'JSMITH', goodPassword)).status).toBe(303)
    expect((await inTerminal(['user', 'reset', rep, '--print'])).match(/Code: \d{6}/)).not.toBeNull()
    await nextMailOf(app, { to: rep, subject: 'A password reset link was created at the server' })
    const events = await app.database.db
      .selectFrom('audit_events')
      .select('actor')
      .where('action', '=', 'reset-printed')
      .execute()
    expect(events).toEqual([{ actor: 'command-line' }, { actor: 'command-line' }])
  })

  test('deactivates a user and signs the user out immediately', async () => {
    const { username: rep } = await addRep(app)
    const person = app.visitor()
    await signIn(person, rep, app.passwordOf(rep))
    expect((await run(['user', 'deactivate', rep])).out).toContain('sessions ended: ')
    expect((await person.get('/account')).location).toBe('/sign-in')
    expect((await run(['user', 'list'])).out).toMatch(new RegExp(`${rep}\\s+device\\s+deactivated`))
  })
})

describe('fieldkey serve', () => {
  test.each([
    ['PUBLIC_URL', spawned],
    ...['SMTP_URL', 'MAIL_FROM', 'SECRET_KEY'].map(name => [name, run] as const),
  ] as const)('refuses to start without %s, in one sentence', async (name, start) => {
    const { code, out, err } = await start(['serve'], { [name]: '' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`^${name} is missing: .+`))])
  })

  test('refuses plain http beyond loopback, a guessable key, a demo and a port in use, in one sentence each', async () => {
    const sentenceOf = async (more: Record<string, string>) => {
      const { code, err } = await run(['serve'], more)
      expect(code).toBe(1)
      expect(err.trim().split('\n')).toHaveLength(1)
      return err
    }
    expect(await sentenceOf({ PUBLIC_URL: 'http://fieldkey.example' })).toContain('must begin with https://')
    expect(await sentenceOf({ SECRET_KEY: 'a'.repeat(64) })).toContain('SECRET_KEY')
    expect(await sentenceOf({})).toContain('belongs to a demo')
    expect(await sentenceOf({ DATABASE_URL: empty.databaseUrl })).toContain('port is in use')
  })

  test('prints a set-up link on an empty database, keeps it out of the log and prints another at the next start', async () => {
    const links = [await startOnEmpty(), await startOnEmpty()].map(out => {
      expect(out).toContain('No one can sign in yet')
      const [link = '', ...others] = out.match(/\/set-up\/[\w-]{43}/g) ?? []
      expect(others).toEqual([])
      const logged = out.split('\n').filter(line => line.startsWith('{'))
      expect(logged.join('\n')).not.toContain(link.slice('/set-up/'.length))
      return link
    })
    expect(new Set(links).size).toBe(2)
  })
})

async function startOnEmpty(): Promise<string> {
  const env = { ...app.env, PUBLIC_URL: app.url, DATABASE_URL: empty.databaseUrl, PORT: String(await findPort()) }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  for await (const chunk of child.stdout) {
    out += chunk
    if (out.includes('user reset')) child.kill('SIGTERM')
  }
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(0)
  return out
}

describe('fieldkey', () => {
  test('answers --help on standard output with 0, and rejects a wrong command on standard error with 2', async () => {
    expect(await spawned(['serve', '--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Usage: /),
    })
    const wrong = await spawned(['migrate', '--dry-run'])
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^fieldkey migrate: .*'--dry-run'/) })
  })

  test('lists users as JSON for programs', async () => {
    const { out } = await spawned(['user', 'list', '--json'])
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ username: 'JSMITH', type: 'device', state: 'active' }),
    )
    expect(JSON.parse((await run(['client', 'list', '--json'])).out)).toContainEqual(
      expect.objectContaining({ id: 'fieldkey-app' }),
    )
  })

  test('doctor checks settings, database and mail server', async () => {
    expect((await run(['doctor'])).out).toMatch(/ok .*settings.*\nok .*database.*\nok .*mail server/)
    expect((await run(['doctor'], { DRILL: 'yes' })).out).toContain('this server sends no email')
    const { code, out } = await spawned(['doctor', '--json'], { SMTP_URL: 'smtp://127.0.0.1:9' })
    expect(code).toBe(1)
    const { works, findings } = JSON.parse(out)
    expect(works).toBe(false)
    expect(findings).toContainEqual({
      verdict: 'fail',
      text: expect.stringMatching(/^mail server: 127\.0\.0\.1:9 accepts no connection/),
    })
  })

  test('doctor names each missing setting, and reports a missing data folder without creating it', async () => {
    const dataDir = join(tmpdir(), randomUUID())
    const { code, out } = await run(['doctor'], { SMTP_URL: '', DATABASE_URL: '', DATA_DIR: dataDir })
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^fail {2}settings: SMTP_URL is missing/) })
    const fresh = await run(['doctor'], { DATABASE_URL: '', DATA_DIR: dataDir })
    expect(fresh.out).toContain('look  database: ')
    expect(existsSync(dataDir)).toBe(false)
  })

  test('ML-1 doctor reports what DNS says about the sender and what to publish', async () => {
    app.dns.texts.set('_dmarc.harbourvale.example', ['v=DMARC1; p=reject'])
    const { code, out } = await run(['doctor'], { DKIM_SELECTORS: 's1' })
    expect(code).toBe(0)
    expect(out).toContain('look  There is no SPF record')
    expect(out).toContain('harbourvale.example TXT "v=spf1 ')
    expect(out).toContain('look  DKIM: there is no key named s1.')
    expect(out).toContain('ok    DMARC is published')
  })

  test('changes and shows the name of the organisation', async () => {
    await run(['organisation', '--name', 'Quay & Sons', '--contact-line', 'Ask Jo.'])
    expect((await app.visitor().get('/sign-in')).html).toContain('Quay &amp; Sons')
  })

  test('demo refuses to run in production or to be reachable from another machine', async () => {
    expect((await run(['demo'], { NODE_ENV: 'production' })).err).toContain('must never be')
    expect((await run(['demo'], { PUBLIC_URL: 'https://fieldkey.example' })).err).toContain('this machine')
  })
})
