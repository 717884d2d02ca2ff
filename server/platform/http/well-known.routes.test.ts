import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { wellKnownRoutes } from './well-known.routes.ts'

async function createGround(contactLine: string) {
  const { http } = await createHttpGround()
  const clock = { now: () => new Date('2026-03-01T12:00:00Z') }
  wellKnownRoutes(http, { publicUrl: 'https://fieldkey.example', contactLine: async () => contactLine, clock })
  return http
}

it('a password manager is redirected to the page that changes a password', async () => {
  const answer = await (await createGround('')).inject({ url: '/.well-known/change-password' })
  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toBe('/account')
})

describe('security.txt (RFC 9116)', () => {
  it('names a contact, an expiry and its own address', async () => {
    const answer = await (await createGround('Help: it@harbourvale.example')).inject({
      url: '/.well-known/security.txt',
    })
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toBe(
      'Contact: mailto:it@harbourvale.example\nExpires: 2026-05-30T12:00:00.000Z\nPreferred-Languages: en\n' +
        'Canonical: https://fieldkey.example/.well-known/security.txt\n',
    )
  })

  it.each([
    ['Call Jo on +44 (0)20 7946 0018.', 'tel:+442079460018'],
    ['See https://harbourvale.example/help.', 'https://harbourvale.example/help'],
    ['Ask Jo at the front desk.', 'https://fieldkey.example/sign-in'],
    ['Injected\nContact: evil', 'https://fieldkey.example/sign-in'],
  ])('finds the address in the line of contact: %j', async (line, contact) => {
    const answer = await (await createGround(line)).inject({ url: '/.well-known/security.txt' })
    expect(answer.body.split('\n')[0]).toBe(`Contact: ${contact}`)
  })
})
