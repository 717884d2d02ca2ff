import { expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import type { SetUpFault } from './set-up-faults.ts'

const handle = 'q'.repeat(43)

type Request = { url?: string; method?: 'GET' | 'POST'; headers: Record<string, string> }

/** The warnings after some requests, each as header, value and setting, and the faults passed on. */
async function warningsOf(trustedProxies: string[], requests: Request[]) {
  const faults: SetUpFault[] = []
  const { http, logged } = await createHttpGround({ trustedProxies, onSetUpFault: fault => faults.push(fault) })
  for (const { url = '/page', ...request } of requests) await http.inject({ url, ...request })
  const lines = logged()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  const warnings = lines.filter(({ level }) => level === 'warn')
  expect(faults.map(({ kind }) => kind)).toEqual(warnings.map(({ kind }) => kind))
  return warnings.map(({ kind, header, value, fix }) => ({ kind, header, value, fix }))
}

const host = 'fieldkey.example'
const named = { host, 'x-forwarded-for': '192.0.2.1' }

it.each<[string, string[], Request, object]>([
  [
    'a proxy that is not trusted',
    [],
    { headers: named },
    {
      kind: 'untrusted-proxy',
      header: 'X-Forwarded-For',
      value: '192.0.2.1',
      fix: expect.stringContaining('TRUSTED_PROXIES=127.0.0.1'),
    },
  ],
  [
    'a proxy that names no client',
    ['127.0.0.1'],
    { headers: { host } },
    {
      kind: 'no-client-address',
      header: 'X-Forwarded-For',
      value: '',
      fix: expect.stringContaining('X-Forwarded-For'),
    },
  ],
  [
    'a proxy that hides the client',
    ['127.0.0.1'],
    { headers: { host, forwarded: 'for=_x' } },
    {
      kind: 'unreadable-client',
      header: 'Forwarded',
      value: 'for=_x',
      fix: expect.stringContaining('X-Forwarded-For'),
    },
  ],
  [
    'headers that contradict each other',
    ['127.0.0.1'],
    { headers: { ...named, 'x-real-ip': '192.0.2.2' } },
    {
      kind: 'contradicting-headers',
      header: 'X-Forwarded-For',
      value: '192.0.2.1 (X-Real-IP: 192.0.2.2)',
      fix: expect.any(String),
    },
  ],
  [
    'a proxy that says http',
    ['127.0.0.1'],
    { headers: { ...named, 'x-forwarded-proto': 'http' } },
    {
      kind: 'plain-http',
      header: 'X-Forwarded-Proto',
      value: 'http',
      fix: expect.stringContaining('X-Forwarded-Proto: https'),
    },
  ],
  [
    'a Host that is not ours',
    [],
    { headers: { host: 'fieldkey:3000' } },
    {
      kind: 'other-host',
      header: 'Host',
      value: 'fieldkey:3000',
      fix: expect.stringContaining('https://fieldkey.example'),
    },
  ],
  [
    'a form from another origin',
    [],
    { url: '/form', method: 'POST', headers: { host, origin: 'https://other.example' } },
    {
      kind: 'other-origin',
      header: 'Origin',
      value: 'https://other.example',
      fix: expect.stringContaining('PUBLIC_URL'),
    },
  ],
])('names header, value and setting, on one line for many requests: %s', async (_name, proxies, request, expected) => {
  expect(await warningsOf(proxies, [request, request, request])).toEqual([expected])
})

it('never logs the handle of a link, neither from a referer nor from another header', async () => {
  const warnings = await warningsOf(
    [],
    [
      { url: '/form', method: 'POST', headers: { host, referer: `https://other.example/reset/${handle}` } },
      { headers: { host, 'x-forwarded-for': `/reset/${handle}` } },
    ],
  )
  expect(warnings.map(({ value }) => value)).toEqual(['https://other.example', '/reset/…'])
})

it('is silent about a probe, a visit from this machine, and a correct set-up', async () => {
  const requests: Request[] = [
    { url: '/healthz', headers: { host } },
    { headers: { host: 'localhost:3000' } },
    { headers: { ...named, 'x-forwarded-proto': 'https' } },
    { url: '/form', method: 'POST', headers: { ...named, origin: 'https://fieldkey.example' } },
  ]
  expect(await warningsOf(['127.0.0.1'], requests)).toEqual([])
})
