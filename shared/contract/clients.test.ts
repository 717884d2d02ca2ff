import { expect, test } from 'vitest'
import { newClient } from './clients.ts'

const accepts = (address: string) =>
  newClient.safeParse({ id: 'shop', name: 'Shop', redirectUris: [address], admits: ['device'], startUrl: address })
    .success

test('10.4.1 accepts as a redirect address only https or localhost, with a plain host', () => {
  for (const address of [
    'https://app.example.com/back',
    'https://app.example.com',
    'https://APP.example.com:8443/a/b?x=1&y=%20',
    'https://xn--mnchen-3ya.example/back',
    'https://[2001:db8::1]/back',
    'http://localhost:3000/back',
    'http://127.0.0.1',
    'http://[::1]:8080/back',
  ])
    expect(accepts(address), address).toBe(true)
  for (const address of [
    'https://localhost@evil.example',
    'https://app.example.com:443@evil.example/',
    'https://a;script-src',
    "https://a.example;script-src 'unsafe-inline'",
    'https://a,b',
    'https://*',
    'https://*.example.com/back',
    'https://a.example\\@evil.example/',
    'https://a.example/"onclick=',
    'https://-a.example/',
    'https://a..example/',
    'https://',
    'https:///back',
    'https://a.example:port/',
    'http://app.example.com/back',
    'http://localhost@evil.example',
    'http://localhost.evil.example/',
    'https://app.example.com/#back',
    'javascript:alert(1)',
    'com.example.app:/back',
  ])
    expect(accepts(address), address).toBe(false)
})
