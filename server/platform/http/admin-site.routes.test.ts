import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { adminSiteRoutes } from './admin-site.routes.ts'

const { http } = await createHttpGround()
await adminSiteRoutes(http, { folder: join(import.meta.dirname, '../../../dist/admin') })

it('3.4.3 the admin site allows only its own scripts, and only the styles of this answer', async () => {
  const [one, other] = await Promise.all([http.inject('/admin'), http.inject('/admin/users/x')])
  const nonceOf = ({ body }: { body: string }) => /nonce="([\w-]{22})"/.exec(body)?.[1] ?? ''
  expect(nonceOf(one)).not.toBe('')
  expect(nonceOf(one)).not.toBe(nonceOf(other))
  const policy = String(one.headers['content-security-policy'])
  expect(policy).toContain(`style-src 'self' 'nonce-${nonceOf(one)}'`)
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(one.headers['cache-control']).toBe('no-store')
})

it('serves its files as immutable, and never a page in place of a missing file', async () => {
  const { body } = await http.inject('/admin')
  const [script = ''] = /\/admin\/assets\/[\w-]+\.js/.exec(body) ?? []
  const found = await http.inject(script)
  expect(found.statusCode).toBe(200)
  expect(found.headers['cache-control']).toContain('immutable')
  expect((await http.inject('/admin/assets/nothing.js')).statusCode).toBe(404)
})
