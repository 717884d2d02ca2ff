import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ian, nina, riley, signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Answer, Visitor } from '../../../tests/support/servers/visitor.ts'

const nobody = 'nobody@harbourvale.example'

/** Everything an answer reveals, without the name it repeats and values that differ between any two answers. */
function told({ status, headers, html }: Answer, name: string) {
  const { date: _, 'keep-alive': __, 'content-length': ___, ...kept } = headers
  return {
    status,
    headers: kept,
    html: html.replaceAll('<wbr/>', '').replaceAll(name, 'NAME').replaceAll(encodeURIComponent(name), 'NAME'),
  }
}

const optionOf = async (visitor: Visitor, username: string) =>
  JSON.parse((await visitor.postJson('/sign-in/option', { username })).html)

describe('6.3.8 guarded disclosure', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.stop())

  test('lets a network ask about ten distinct usernames an hour, and about the same ones any number of times', async () => {
    const prober = app.visitor()
    for (let round = 0; round < 2; round += 1) {
      for (let name = 0; name < 9; name += 1) {
        expect(await optionOf(prober, `nobody${name}@harbourvale.example`)).toEqual({ option: 'none' })
      }
    }
    expect((await optionOf(prober, riley)).option).toBe('reset')
    expect((await optionOf(prober, 'nobody10@harbourvale.example')).option).toBe('reset')
    expect(await optionOf(prober, 'nobody0@harbourvale.example')).toEqual({ option: 'none' })
    expect(await optionOf(app.visitor(), 'nobody10@harbourvale.example')).toEqual({ option: 'none' })
    app.clock.advance(3601)
    expect(await optionOf(prober, 'nobody10@harbourvale.example')).toEqual({ option: 'none' })
  })

  test('answers the same for known and unknown names beyond the budget, on the page and to the script', async () => {
    const prober = app.visitor()
    for (let name = 0; name < 10; name += 1) await optionOf(prober, `other${name}@harbourvale.example`)
    const asked = async (username: string) => {
      const json = told(await prober.postJson('/sign-in/option', { username }), username)
      const form = told(await prober.post('/sign-in', { username, password: '' }), username)
      const popup = told(await prober.post('/sign-in/popup', { username, password: '' }), username)
      const refused = told(await signIn(prober, username, 'surely-wrong'), username)
      const sent = told(await prober.post('/reset', { username }), username)
      return { json, form, popup, refused, sent: { ...sent, headers: { ...sent.headers, 'set-cookie': '' } } }
    }
    const known = await asked(nina)
    expect(known.json.html).toContain('"option":"reset"')
    expect(await asked(nobody)).toEqual(known)
    expect(await asked(ian)).toEqual(known)
    const names = [await asked('JSMITH'), await asked('HV1001'), await asked('NOBODY')]
    expect(names[1]).toEqual(names[0])
    expect(names[2]).toEqual(names[0])
    expect(names[0]?.json.html).toContain('If this username has an email address')
  })

  test('gives a browser that has signed in before its own budget of thirty', async () => {
    const device = app.visitor()
    await signIn(device, riley, app.passwordOf(riley))
    for (let name = 0; name < 30; name += 1) {
      expect(await optionOf(device, `third${name}@harbourvale.example`)).toEqual({ option: 'none' })
    }
    expect((await optionOf(device, 'third30@harbourvale.example')).option).toBe('reset')
  })

  test('gives an account one budget, however many known devices it makes by signing in without cookies', async () => {
    for (let device = 0; device < 4; device += 1) {
      const visitor = app.visitor()
      await signIn(visitor, 'HV1001', app.passwordOf('HV1001'))
      for (let name = 0; name < 10; name += 1) {
        const told = await optionOf(visitor, `device${device}-${name}@harbourvale.example`)
        expect(told.option).toBe(device < 3 ? 'none' : 'reset')
      }
    }
  })

  test('limits the whole server to about six hundred answers an hour, and networks over budget use up none of them', async () => {
    app.clock.advance(3601)
    const asks = Array.from({ length: 599 }, (_, index) => ({
      asker: 'server',
      username_hash: Buffer.from(`seeded ${index}`),
      asked_at: app.clock.now(),
    }))
    await app.database.db.insertInto('disclosure_asks').values(asks).execute()
    app.clock.advance(1)
    expect(await optionOf(app.visitor(), 'last@harbourvale.example')).toEqual({ option: 'none' })
    expect((await optionOf(app.visitor(), 'beyond@harbourvale.example')).option).toBe('reset')
  })

  test('6.3.8 answers the same for a wrong password and for an unknown, inactive or compromised account', async () => {
    app.clock.advance(3601)
    await app.database.db
      .updateTable('accounts')
      .set({ compromised_at: app.clock.now() })
      .where('username', '=', nina)
      .execute()
    const answerOf = async (username: string, password: string) => {
      const visitor = app.visitor()
      for (let name = 0; name < 11; name += 1) await optionOf(visitor, `fourth${name}@harbourvale.example`)
      return told(await signIn(visitor, username, password), username)
    }
    const wrong = await answerOf(riley, 'surely-wrong')
    expect(wrong.status).toBe(401)
    expect(await answerOf(nobody, 'surely-wrong')).toEqual(wrong)
    expect(await answerOf(ian, app.passwordOf(ian))).toEqual(wrong)
    expect(await answerOf(nina, app.passwordOf(nina))).toEqual(wrong)
  })
})

describe('6.3.8 USERNAME_DISCLOSURE=never', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ env: { USERNAME_DISCLOSURE: 'never' } })
  })
  afterAll(() => app.stop())

  test('shows the option for every address and every name from the first question', async () => {
    const answerOf = async (username: string) =>
      told(await app.visitor().postJson('/sign-in/option', { username }), username)
    expect(await answerOf(nobody)).toEqual(await answerOf(riley))
    expect(await answerOf('NOBODY')).toEqual(await answerOf('JSMITH'))
    expect(await answerOf('HV1001')).toEqual(await answerOf('JSMITH'))
    expect((await answerOf(riley)).html).toContain(`"option":"reset"`)
  })

  test('still sends the email to an account that exists', async () => {
    await app.visitor().post('/reset', { username: riley })
    expect((await app.smtp.nextMail({ to: riley })).subject).toBe('Reset your password')
  })
})
