import 'fake-indexeddb/auto'
import { Buffer } from 'node:buffer'
import { generateKeyPair } from 'oauth4webapi'
import { expect, it } from 'vitest'
import { openDeviceDb } from '../device/device-db.ts'
import { createAuthorisation } from './authorisation.ts'
import { createSessionStore } from './session.ts'

const origin = 'https://field.example'
const issuer = `${origin}/oidc`
const asked = { verifier: 'v'.repeat(43), state: 's-of-this-device', nonce: 'n-of-this-device' }
const fitting = { iss: issuer, aud: 'fieldkey-app', sub: 'riley', nonce: asked.nonce }
let made = 0

/** A server that issues tokens for any code, with an id token of the test's choice. */
async function comeBack({ answer = {}, claims = {} }: { answer?: object; claims?: object }) {
  const now = Math.floor(Date.now() / 1000)
  let given = 0
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const fetch = async () => {
    given += 1
    const idToken = [{ alg: 'ES256' }, { ...fitting, iat: now, exp: now + 300, ...claims }].map(part).join('.')
    const tokens = { access_token: 'a', refresh_token: 'r', token_type: 'DPoP', expires_in: 300 }
    return Response.json({ ...tokens, id_token: `${idToken}.${Buffer.alloc(64).toString('base64url')}` })
  }
  const session = createSessionStore({ db: openDeviceDb(`authorisation-${made++}`) })
  const authorisation = createAuthorisation({ origin, session, clock: { now: () => Date.now() }, fetch })
  const address = new URL(`${origin}/app/signed-in`)
  address.search = new URLSearchParams({ code: 'c', state: asked.state, iss: issuer, ...answer }).toString()
  const keys = { id: crypto.randomUUID(), pair: await generateKeyPair('ES256') }
  const tokens = await authorisation.takeCode({ ...asked, keys, address }).catch(() => undefined)
  return { tokens, given }
}

it('10.2.1 10.1.2 10.2.2 never redeems a code issued to another device or by another server', async () => {
  expect(await comeBack({})).toMatchObject({ tokens: { accessToken: 'a' }, given: 1 })
  expect(await comeBack({ answer: { state: 's-of-another' } })).toEqual({ tokens: undefined, given: 0 })
  expect(await comeBack({ answer: { iss: 'https://evil.example/oidc' } })).toEqual({ tokens: undefined, given: 0 })
})

it('10.5.1 10.5.3 10.5.4 rejects tokens issued for another request, app or server', async () => {
  const strange = [{ nonce: 'n-of-another' }, { nonce: undefined }, { aud: 'shop' }, { iss: 'https://evil.example' }]
  for (const claims of strange) {
    expect((await comeBack({ claims })).tokens, JSON.stringify(claims)).toBeUndefined()
  }
})
