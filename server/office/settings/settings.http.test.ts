import { afterAll, beforeAll, expect, test } from 'vitest'
import { accentsOf } from '../../../shared/colour/accents.ts'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { nextMailOf, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  admin = await addAdministrator(app, { rights: { ...noRights, settings: 'write' } })
})
afterAll(() => app.stop())

const command = async (path: string, body: object) => asJson(await admin.visitor.postJson(`/api/settings${path}`, body))
const change = (body: object) => command('', body)
const settings = async () => asJson(await admin.visitor.get('/api/settings')).body
const sheetIn = (html: string) => /href="(\/brand\/\w+\.css)"/.exec(html)?.[1]

test('a change takes effect immediately on all servers, keeps omitted fields, and is recorded without its values', async () => {
  const beside = await startTestApp({ beside: app })
  const { currency } = (await settings()).organisation
  expect((await change({ name: 'Quay & Sons', contactLine: 'Ask Jo.' })).status).toBe(200)
  for (const server of [app, beside]) {
    const { html } = await server.visitor().get('/sign-in')
    expect(html).toContain('Quay &amp; Sons')
    expect(html).toContain('Ask Jo.')
  }
  await beside.stop()
  expect((await settings()).organisation).toMatchObject({ name: 'Quay & Sons', currency })
  expect((await change({ name: 'Quay & Sons' })).body.text).toContain('Nothing')
  const { rows } = await app.database.pool.query(
    `select actor_account_id, details from audit_events where action = 'organisation-changed'`,
  )
  expect(rows).toContainEqual({ actor_account_id: admin.accountId, details: { fields: 'name, contactLine' } })
})

test('text that cannot be shown on a page is refused, and nothing changes', async () => {
  const before = await settings()
  for (const bad of [
    { name: ' ' },
    { name: 'x'.repeat(101) },
    { contactLine: 'one\ntwo' },
    { name: 'Quay\u202e' },
    { colour: 'red' },
    { colour: '#FF0000;}body{display:none' },
    { currency: 'XXQ' },
    { hiddenAfterDays: 0 },
    { securityWords: [''] },
    { isDemo: false },
  ])
    expect((await change(bad)).status, JSON.stringify(bad)).toBe(400)
  expect(await settings()).toEqual(before)
})

test('6.1.2 6.2.11 a word of the organisation adds no strength to the next password', async () => {
  await change({ securityWords: ['Brackenthwaite'] })
  const user = await addAdministrator(app, { rights: noRights })
  const changed = await user.visitor.post('/account/password', {
    currentPassword: user.password ?? '',
    newPassword: 'Brackenthwaite2026',
    confirmPassword: 'Brackenthwaite2026',
  })
  expect(changed.status).toBe(422)
  expect(changed.html).toContain('too easy to guess')
})

test('the colour is a style sheet of our own, named by its content, and the policy still allows nothing inline', async () => {
  await change({ colour: null })
  expect(sheetIn((await app.visitor().get('/sign-in')).html)).toBeUndefined()
  await change({ colour: '#ffd400' })
  const page = await app.visitor().get('/sign-in')
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  const address = sheetIn(page.html) ?? ''
  const sheet = await app.visitor().get(address)
  expect(sheet.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/css; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  const { light, dark } = accentsOf('#ffd400')
  expect(sheet.html).toContain(`--accent:${light.accent}`)
  expect(sheet.html).toContain(`--accent:${dark.accent}`)
  expect(sheet.html).not.toContain('--strength')

  // The user of a page from a moment ago gets today's colour, and does not cache it under the old name.
  await change({ colour: '#1d4ed8' })
  const late = await app.visitor().get(address)
  expect(late.html).toContain('--accent:#1d4ed8')
  expect(late.headers['cache-control']).toBe('no-cache')
  expect(sheetIn((await app.visitor().get('/sign-in')).html)).not.toBe(address)
})

test('cached pages request the current colour at one address, and get a short answer if it is unchanged', async () => {
  await change({ colour: '#1d4ed8' })
  const first = await app.visitor().get('/brand/present.css')
  expect(first.html).toContain('--mantine-color-accent-filled:#1d4ed8')
  expect(first.headers['cache-control']).toBe('no-cache')
  const tag = String(first.headers.etag)
  const again = await fetch(`${app.url}/brand/present.css`, { headers: { 'if-none-match': tag } })
  expect(again.status).toBe(304)
  await change({ colour: null })
  const none = await fetch(`${app.url}/brand/present.css`, { headers: { 'if-none-match': tag } })
  expect([none.status, await none.text()]).toEqual([200, ''])
})

test('mails carry the colour, and still no image', async () => {
  await change({ colour: '#7c2d92' })
  await app.visitor().post('/reset', { username: riley })
  const { html } = await nextMailOf(app, { to: riley, subject: 'Reset your password' })
  expect(html).toContain('background:#7c2d92')
  expect(html).not.toMatch(/<img|url\(|src=/)
  await change({ colour: null })
})

test('5.2.1 5.2.2 a logo is re-encoded from the uploaded picture, comes from our own origin, and can be removed', async () => {
  const png = makePng(64, 32)
  const refusals: [string, Buffer][] = [
    ['no-image', Buffer.from('<svg onload="alert(1)"/>')],
    ['no-image', png.subarray(0, -20)],
    ['logo-wrong-size', makePng(8, 8)],
    ['logo-too-large', Buffer.concat([png, Buffer.alloc(97 * 1024)])],
  ]
  for (const [kind, image] of refusals) {
    const { status, body } = await command('/logo', { image: image.toString('base64') })
    expect([status, body.problem?.kind], kind).toEqual([422, kind])
  }
  expect((await command('/logo', { image: 'no base64!' })).status).toBe(400)
  expect((await command('/logo', { image: Buffer.alloc(200_000).toString('base64') })).status).toBe(413)
  expect((await settings()).logo).toBeNull()

  const uploaded = Buffer.concat([png, Buffer.from('<script>')])
  expect((await command('/logo', { image: uploaded.toString('base64') })).status).toBe(200)
  const { logo } = await settings()
  expect(logo).toMatchObject({ width: 64, height: 32 })
  expect((await app.visitor().get('/sign-in')).html).toContain(`src="${logo.src}"`)
  const answer = await fetch(app.url + logo.src)
  const served = Buffer.from(await answer.arrayBuffer())
  expect(served.includes('<script>')).toBe(false)
  expect(served.toString('latin1', 8, 12)).toBe('WEBP')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect((await command('/logo/remove', {})).status).toBe(200)
  expect((await app.visitor().get(logo.src)).status).toBe(404)
  expect((await app.visitor().get('/sign-in')).html).not.toContain(logo.src)
  const { rows } = await app.database.pool.query(
    `select details->>'fields' as fields from audit_events where action = 'organisation-changed' order by id desc limit 2`,
  )
  expect(rows).toEqual([{ fields: 'logo' }, { fields: 'logo' }])
})

test('the limits and the settings of the environment are shown, and no route changes them', async () => {
  const { disclosure, limits } = await settings()
  expect(disclosure).toBe('guarded')
  expect(limits.counts).toContainEqual(expect.objectContaining({ what: 'Reset requests', most: '20', per: 'network' }))
  expect(limits.times[0]).toEqual({ what: expect.stringContaining('A reset code'), howLong: '10 min' })
  expect((await change({ disclosure: 'never' })).status).toBe(400)
})

test('the command line makes the same change', async () => {
  const authority = { actor: 'command-line' } as const
  const { fields } = await app.actions.changeOrganisation({ change: { currency: 'EUR' }, authority })
  expect(fields).toEqual(['currency'])
  expect((await settings()).organisation.currency).toBe('EUR')
})
