import { dayMs } from '../../../shared/time.ts'
import type { Clock } from '../clock.ts'
import type { Http } from './http.ts'

export type WellKnownOptions = {
  publicUrl: string
  /** The organisation's line of contact, as shown under every page. */
  contactLine: () => Promise<string>
  clock: Clock
}

/** Addresses that browsers and researchers know in advance. */
export function wellKnownRoutes(http: Http, { publicUrl, contactLine, clock }: WellKnownOptions): void {
  // W3C "A Well-Known URL for Changing Passwords": password managers send people here.
  http.get('/.well-known/change-password', async (_request, reply) => reply.redirect('/account', 302))

  // RFC 9116. The expiry moves on while the server runs. A server that is abandoned expires soon.
  http.get('/.well-known/security.txt', async (_request, reply) => {
    const expires = new Date(clock.now().getTime() + 90 * dayMs)
    const lines = [
      `Contact: ${findContact(await contactLine()) ?? `${publicUrl}/sign-in`}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}

/** The field accepts only an address: the first one in the line, or the page that shows the line. */
function findContact(line: string): string | undefined {
  const page = /https:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(line)?.[0]
  const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(line)?.[0]
  const phone = /\+\d[\d ()-]{6,}\d/.exec(line)?.[0]
  return (mail && `mailto:${mail}`) ?? page ?? (phone && `tel:${phone.replace(/\(0\)|[^+\d]/g, '')}`)
}
