import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodPassword } from '../../../tests/support/mails/reset-mail.ts'
import { addRep } from '../../../tests/support/people/administrators.ts'
import {
  askForMail,
  dan,
  nina,
  pastQuiet,
  riley,
  sam,
  save,
  signIn,
  untilDecided,
  wrongCode,
} from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { limits } from '../../platform/limits/limits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const countAsked = async (username: string) => {
  await untilDecided(app)
  const id = await app.accountId(username)
  return (await app.database.db.selectFrom('reset_requests').select('id').where('account_id', '=', id).execute()).length
}

const seedFailures = async (username: string, failures: number) => {
  const at = app.clock.now()
  await signIn(app.visitor(), username, 'wrong')
  await app.database.db
    .updateTable('sign_in_failures')
    .set({ failures, first_failed_at: at, last_failed_at: at })
    .where('last_failed_at', '=', at)
    .execute()
}

describe('6.1.1 6.3.1 failed sign-ins', () => {
  test('cost a wait from the fifth on, which doubles from 30 seconds and applies to the right password too', async () => {
    const { username: rep } = await addRep(app)
    for (let failure = 0; failure < 5; failure += 1) {
      expect((await signIn(app.visitor(), rep, 'wrong')).status).toBe(401)
    }
    for (const seconds of [30, 60, 120]) {
      const refused = await signIn(app.visitor(), rep, app.passwordOf(rep))
      expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(seconds)])
      app.clock.advance(seconds)
      expect((await signIn(app.visitor(), rep, 'wrong')).status).toBe(401)
    }
  })

  test('never cost a wait of more than an hour', async () => {
    const { username: rep } = await addRep(app)
    await seedFailures(rep, 60)
    expect((await signIn(app.visitor(), rep, 'wrong')).headers['retry-after']).toBe('3600')
  })

  test('count for unknown usernames too', async () => {
    for (let failure = 0; failure < 5; failure += 1) await signIn(app.visitor(), 'nobody@harbourvale.example', 'wrong')
    expect((await signIn(app.visitor(), 'NOBODY@harbourvale.example', 'wrong')).status).toBe(429)
  })

  test("of strangers don't delay a known device, which has ten tries of its own", async () => {
    const device = app.visitor()
    await signIn(device, nina, app.passwordOf(nina))
    await seedFailures(nina, 100)
    expect((await signIn(app.visitor(), nina, app.passwordOf(nina))).status).toBe(429)
    expect((await signIn(device, nina, app.passwordOf(nina))).status).toBe(303)
    for (let failure = 0; failure < limits.signInFailures.knownDevice; failure += 1) {
      expect((await signIn(device, nina, 'wrong')).status).toBe(401)
    }
    expect((await signIn(device, nina, app.passwordOf(nina))).status).toBe(429)
  })

  test('lock strangers out at the hundredth, but only slow a network that the account has used', async () => {
    const office = app.visitor()
    await signIn(office, dan, app.passwordOf(dan))
    await seedFailures(dan, 100)
    app.clock.advance(3601)
    expect((await signIn(app.visitor(), dan, app.passwordOf(dan))).status).toBe(429)
    const colleague = app.visitor(office.address)
    expect((await signIn(colleague, dan, app.passwordOf(dan))).status).toBe(303)
  })

  test("are cleared by a reset, but an administrator's lock remains", async () => {
    await seedFailures(sam, 100)
    const { path, code } = await askForMail(app, sam)
    await save(app.visitor(), path, { code })
    expect((await signIn(app.visitor(), sam, goodPassword)).status).toBe(303)
    await app.database.db
      .updateTable('accounts')
      .set({ locked_at: app.clock.now() })
      .where('username', '=', sam)
      .execute()
    expect((await signIn(app.visitor(), sam, goodPassword)).status).toBe(401)
  })

  test('of one network are limited to a hundred in ten minutes across all usernames', async () => {
    const address = '198.51.100.20'
    for (let name = 0; name < 50; name += 1) {
      const sprays = [`a${name}@harbourvale.example`, `b${name}@harbourvale.example`]
      await Promise.all(sprays.map(username => signIn(app.visitor(address), username, 'wrong')))
    }
    const refused = await signIn(app.visitor(address), 'ava.admin@harbourvale.example', 'wrong')
    expect(refused.status).toBe(429)
    app.clock.advance(601)
    expect((await signIn(app.visitor(address), 'ava.admin@harbourvale.example', 'wrong')).status).toBe(401)
  })
})

describe('reset emails', () => {
  test("to one account are limited to three an hour and five a day per network, and the page doesn't reveal it", async () => {
    app.clock.advance(86_401)
    const before = await countAsked(riley)
    const network = '203.0.113.5'
    const ask = async () => {
      app.clock.advance(61)
      const answer = await app.visitor(network).post('/reset', { username: riley })
      expect(answer.location).toBe('/reset/sent')
      return (await countAsked(riley)) - before
    }
    const asked = []
    for (let press = 0; press < 4; press += 1) {
      asked.push(await ask())
      await expectSent(riley)
    }
    expect(asked).toEqual([1, 2, 3, 3])
    app.clock.advance(3600)
    const later = []
    for (let press = 0; press < 3; press += 1) {
      later.push(await ask())
      await expectSent(riley)
    }
    expect(later).toEqual([4, 5, 5])
  })

  test('have separate limits for a known device, which are shown', async () => {
    app.clock.advance(86_401)
    const device = app.visitor()
    await signIn(device, dan, app.passwordOf(dan))
    for (let press = 0; press < 3; press += 1) {
      app.clock.advance(61)
      expect((await device.post('/reset', { username: dan })).status).toBe(303)
      await expectSent(dan)
    }
    app.clock.advance(61)
    const refused = await device.post('/reset', { username: dan })
    expect([refused.status, refused.html]).toEqual([429, expect.stringContaining('Use the newest one')])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
    expect((await app.visitor().post('/reset', { username: dan })).status).toBe(303)
  })

  test('requested by strangers are limited to twenty a day', async () => {
    app.clock.advance(86_401)
    const id = await app.accountId(nina)
    const at = app.clock.now()
    const asked = Array.from({ length: 19 }, () => ({
      account_id: id,
      asked_by: 'self' as const,
      asked_by_account_id: null,
      asked_at: new Date(at.getTime() - 7200_000),
      network: '192.0.2.1',
      device_hash: null,
      deliver_by: at,
      state: 'not-delivered' as const,
      sent_at: null,
      ended_at: at,
    }))
    await app.database.db.insertInto('reset_requests').values(asked).execute()
    const before = await countAsked(nina)
    await app.visitor().post('/reset', { username: nina })
    await untilDecided(app)
    await expectSent(nina)
    app.clock.advance(61)
    await app.visitor().post('/reset', { username: nina })
    expect((await countAsked(nina)) - before).toBe(1)
  })

  async function expectSent(username: string) {
    await expect
      .poll(async () => {
        const id = await app.accountId(username)
        const rows = await app.database.db
          .selectFrom('reset_requests')
          .select('id')
          .where('account_id', '=', id)
          .where('state', '=', 'waiting')
          .execute()
        return rows.length
      })
      .toBe(0)
  }
})

test('6.6.3 limits code attempts of one account to twenty a day across all its emails', async () => {
  app.clock.advance(86_401)
  for (let mail = 0; mail < 4; mail += 1) {
    pastQuiet(app)
    const { path, code } = await askForMail(app, 'ava.admin@harbourvale.example')
    for (let attempt = 0; attempt < 5; attempt += 1) await save(app.visitor(), path, { code: wrongCode(code) })
  }
  pastQuiet(app)
  const { path, code } = await askForMail(app, 'ava.admin@harbourvale.example')
  const refused = await save(app.visitor(), path, { code })
  expect([refused.status, refused.html]).toEqual([
    429,
    expect.stringContaining('Too many wrong codes for this account'),
  ])
})

test('4.1.3 takes the network from our own proxy, counts an IPv6 line as one network, and ignores forged headers', async () => {
  const username = 'nobody@harbourvale.example'
  for (let request = 0; request < 20; request += 1) {
    await app.visitor(`2001:db8:1:2::${request}`).post('/reset', { username })
  }
  expect((await app.visitor('2001:db8:1:2:ffff::1').post('/reset', { username })).status).toBe(429)
  expect((await app.visitor('203.0.113.77, 2001:db8:1:2::9').post('/reset', { username })).status).toBe(429)
  expect((await app.visitor('2001:db8:1:3::1').post('/reset', { username })).status).toBe(303)
})
