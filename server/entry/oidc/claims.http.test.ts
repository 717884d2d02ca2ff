import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nina } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { signInToWebApp, type WebApp } from '../../../tests/support/servers/web-app.ts'

let app: TestApp
let web: WebApp
beforeAll(async () => {
  app = await startTestApp()
  const redirectUri = 'https://wiki.example/back'
  const wiki = { id: 'wiki', name: 'the wiki', redirectUris: [redirectUri], startUrl: null, kind: 'secret' as const }
  const admits = ['device' as const, 'admin' as const, 'contact' as const]
  const added = await app.actions.addClient({ client: { ...wiki, admits }, by: { actor: 'command-line' } })
  web = { id: 'wiki', redirectUri, secret: added.kind === 'added' ? (added.secret ?? '') : '' }
})
afterAll(() => app.stop())

const own = ['role', 'territories', 'retailer', 'user_type', 'name', 'preferred_username', 'email'] as const

/** The claims of the ID token and of the user information, which must agree. */
async function claimsFor(username: string, scope: string) {
  const proof = client.ClientSecretBasic(web.secret)
  const { config, tokens } = await signInToWebApp(app, web, { proof, username, scope })
  const { sub = '' } = tokens.claims() ?? {}
  const told = await client.fetchUserInfo(config, tokens.access_token, sub)
  const pick = (from: object) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => own.some(one => one === name)))
  expect(pick(tokens.claims() ?? {})).toEqual(pick(told))
  return pick(told)
}

test('gives user type, role and territories of a user, each for its own scope', async () => {
  const { rows } = await app.database.pool.query(
    `select r.name as role, (select array_agg(t.name order by t.name) from user_territories u join territories t on t.id = u.territory_id
       where u.account_id = a.id) as territories
     from accounts a join users u on u.account_id = a.id left join roles r on r.id = u.role_id where a.username = $1`,
    [nina],
  )
  expect(await claimsFor(nina, 'openid user_type')).toEqual({ user_type: expect.stringMatching(/^(admin|device)$/) })
  expect(await claimsFor(nina, 'openid role')).toEqual(rows[0].role === null ? {} : { role: rows[0].role })
  expect(await claimsFor(nina, 'openid territories')).toEqual({ territories: rows[0].territories ?? [] })
  expect(await claimsFor(nina, 'openid retailer')).toEqual({})
})

test('gives the role of an administrator, and the retailer of a contact', async () => {
  const { rows } = await app.database.pool.query(
    `select a.username, r.name as role from accounts a join users u on u.account_id = a.id join roles r on r.id = u.role_id
     where u.user_type = 'admin' and a.username = any($1)`,
    [[...app.passwords.keys()]],
  )
  expect(await claimsFor(rows[0].username, 'openid role')).toEqual({ role: rows[0].role })
  const retailer = { account_number: expect.any(String), name: expect.any(String) }
  expect(await claimsFor('HV1001', 'openid retailer territories user_type role')).toEqual({
    retailer,
    user_type: 'contact',
  })
})

test('10.2.3 gives nothing but the subject without a scope, and ignores a scope that does not exist', async () => {
  expect(await claimsFor(nina, 'openid')).toEqual({})
  expect(await claimsFor(nina, 'openid audit')).toEqual({})
})

test('says before a sign-in which facts the app learns', async () => {
  const visitor = app.visitor()
  await visitor.get('/sign-in')
  await visitor.press('Sign in', { username: nina, password: app.passwordOf(nina) })
  const question = {
    client_id: 'wiki',
    redirect_uri: web.redirectUri,
    response_type: 'code',
    scope: 'openid role territories',
  }
  const pkce = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
  const sent = await visitor.get(`/oidc/auth?${new URLSearchParams({ ...question, ...pkce })}`)
  const page = await visitor.get(sent.location ?? '')
  expect(page.html).toContain('who you are here, the name of your role and your sales territories')
})
