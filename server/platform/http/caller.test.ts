import { describe, expect, it } from 'vitest'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'
import { callerOf } from './caller.ts'
import { deviceOf } from './device.ts'
import { networkOf } from './network.ts'

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['[2001:db8::1]:4711', '2001:db8::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each(['', 'unknown', '1', '0x7f.1', '192.0.2', '<script>'])('does not exist for %j', address => {
    expect(networkOf(address)).toBeUndefined()
  })
})

describe('4.1.3 the caller', () => {
  const forwarded = '203.0.113.9, 198.51.100.4, 10.0.0.2'

  async function networkFor(trustedProxies: string[], headers: Record<string, string>) {
    const { http } = await createHttpGround({ trustedProxies })
    http.get('/who', async request => callerOf(request))
    return (await http.inject({ url: '/who', headers })).json().network
  }

  it('is the peer, whatever it claims, if no proxy is trusted', async () => {
    expect(await networkFor([], { 'x-forwarded-for': forwarded, forwarded: 'for=203.0.113.9' })).toBe('127.0.0.1')
  })

  it('is read from the right, as far as our own proxies wrote the list', async () => {
    expect(await networkFor(['127.0.0.1', '10.0.0.0/8'], { 'x-forwarded-for': forwarded })).toBe('198.51.100.4')
    expect(await networkFor(['127.0.0.1'], { 'x-forwarded-for': forwarded })).toBe('10.0.0.2')
  })

  it('is the proxy if it passes on nonsense', async () => {
    expect(await networkFor(['127.0.0.1'], { 'x-forwarded-for': '203.0.113.9, <script>' })).toBe('127.0.0.1')
  })

  const proxies = ['127.0.0.1', '::1', '10.0.0.0/8', '::ffff:172.16.0.0/108', 'fd00::/8']

  it.each([
    ['two hops that write ports', { 'x-forwarded-for': '203.0.113.9:4711, 127.0.0.1:8080' }],
    ['hops of IPv6 with ports', { 'x-forwarded-for': '203.0.113.9, [fd00::2]:8080, [::1]:80' }],
    ['a range written as IPv6', { 'x-forwarded-for': '203.0.113.9, 172.31.0.9' }],
    ['Forwarded alone', { forwarded: 'for=198.51.100.1, for="203.0.113.9:4711";proto=https, For=10.0.0.2' }],
    ['X-Real-IP alone', { 'x-real-ip': '203.0.113.9' }],
    ['X-Real-IP of an outer proxy', { 'x-forwarded-for': '203.0.113.9, 10.0.0.2', 'x-real-ip': '10.0.0.2' }],
    ['headers that agree', { 'x-forwarded-for': 'unknown, 203.0.113.9:1', 'x-real-ip': '203.0.113.9' }],
    ['X-Real-IP where the list names our proxies alone', { 'x-forwarded-for': '10.1.1.1', 'x-real-ip': '203.0.113.9' }],
  ])('is read from %s', async (_name, headers) => {
    expect(await networkFor(proxies, headers)).toBe('203.0.113.9')
  })

  it.each([
    ['Forwarded hides the client', { forwarded: 'for=203.0.113.9, for=_hidden' }],
    ['one element of Forwarded names none', { forwarded: 'for=203.0.113.9, proto=https' }],
    ['a forged list contradicts X-Real-IP', { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '198.51.100.4' }],
    ['a forged Forwarded contradicts the list', { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=192.0.2.1' }],
    ['no header names a client', {}],
  ])('is the proxy if %s', async (_name, headers) => {
    expect(await networkFor(proxies, headers as Record<string, string>)).toBe('127.0.0.1')
  })
})

describe('a device', () => {
  const android =
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'
  it.each([
    [android, 'Chrome on Android'],
    [android.replace(' Mobile', ' SamsungBrowser/25.0 Mobile'), 'Samsung Internet on Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPad',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari on Mac',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0 Safari/537.36',
      'Chrome on Linux',
    ],
    ['curl/8.5.0', 'Unknown device'],
    ['', 'Unknown device'],
    ['Windows <b>evil</b>', 'A browser on Windows'],
  ])('that says %s is %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })
})
