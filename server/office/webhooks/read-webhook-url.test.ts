import { expect, test } from 'vitest'
import { readWebhookUrl } from './read-webhook-url.ts'

test('an address inside the network, or without https, is refused when a webhook is added', () => {
  const kinds = (...urls: string[]) => urls.map(url => readWebhookUrl(url, ['erp.internal', '::1']).kind)
  const refused = [
    'http://erp.example.com',
    'ftp://erp.example.com',
    'erp',
    'https://u:p@erp.example.com',
    'https://10.0.0.1',
  ]
  // The standard for addresses reads each of these hosts as 127.0.0.1.
  const written = [
    'https://127.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://[::ffff:127.0.0.1]',
    'https://[fd00::1]',
  ]
  expect(new Set(kinds(...refused, ...written))).toEqual(new Set(['bad-webhook-url']))
  expect(new Set(kinds('https://erp.example.com/x', 'http://ERP.internal:8080', 'http://[::1]/'))).toEqual(
    new Set(['read']),
  )
})
