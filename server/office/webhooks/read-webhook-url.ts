import { isIP } from 'node:net'
import { hostOf } from '../../platform/outgoing/host-of.ts'
import { isPublicAddress } from '../../platform/outgoing/is-public-address.ts'

export type WebhookUrl = { kind: 'read'; url: string } | { kind: 'bad-webhook-url'; text: string }

const refuse = (text: string): WebhookUrl => ({ kind: 'bad-webhook-url', text })

/** Reads where events are sent. Names are not resolved here: they are checked when a connection is made. */
export function readWebhookUrl(typed: string, allowedHosts: readonly string[]): WebhookUrl {
  const url = URL.parse(typed.trim())
  if (!url || !/^https?:$/.test(url.protocol))
    return refuse('Enter an address such as https://erp.example.com/fieldkey.')
  if (url.username !== '' || url.password !== '') {
    return refuse('Leave the username and password out of the address. The receiver verifies the signature instead.')
  }
  const host = hostOf(url)
  if (!allowedHosts.includes(host)) {
    if (url.protocol !== 'https:') return refuse('Use https, so that no one between the servers can read the events.')
    if (isIP(host) !== 0 && !isPublicAddress(host)) {
      return refuse(`${host} is an address inside a network. Ask the operator to list it in WEBHOOK_ALLOWED_HOSTS.`)
    }
  }
  url.hash = ''
  return { kind: 'read', url: url.href }
}
