import { oneLine } from './smtp-refusal.ts'
import type { SmtpSettings } from './smtp-settings.ts'

type Fault = { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown; message?: unknown }

/** Says in one sentence why the mail server can't be used: its answer or the network's error, and what to change. */
export function troubleWords(fault: unknown, { host, port, name }: SmtpSettings): string {
  const { code, command, response, message } = (fault ?? {}) as Fault
  // Node adds advice that concerns another program.
  const words = oneLine(String(message ?? fault)).replace(/; if the root CA is installed.*/, '')
  const said = typeof response === 'string' && response !== '' ? oneLine(response) : undefined
  const place = `${host}:${port}`
  const matches = (pattern: RegExp) => pattern.test(`${String(code)} ${words}`)

  if (words.startsWith('the token server of ')) return `${words}: check the SMTP_OAUTH_… settings`
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return `${place} refuses the sign-in (${said ?? words}): check user and password in SMTP_URL, or SMTP_OAUTH_… if it accepts only OAuth`
  if (matches(/ENOTFOUND|EAI_AGAIN|EDNS/))
    return `the name ${host} leads to no address (${words}): check the host in SMTP_URL, and DNS on this machine`
  if (matches(/ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH/))
    return `${place} accepts no connection (${words}): check host and port in SMTP_URL (587 or 465 are usual), and the firewall`
  if (matches(/wrong version number|packet length|record layer|before TLS handshake/i))
    return `${place} doesn't speak TLS from the start (${words}): write smtp:// with port 587, or smtps:// with port 465`
  if (matches(/self.signed|unable to (?:get|verify)|certificate|altnames/i))
    return `the certificate of ${host} isn't trusted (${words}): use a name that the certificate holds, or put the certificate of your authority into SMTP_CA_FILE`
  if (matches(/STARTTLS/) || (code === 'ETLS' && command === 'STARTTLS'))
    return `${place} offers no TLS (${said ?? words}): use a server or port that does, or permit plain text inside a trusted network with ?requireTLS=false`
  if (command === 'EHLO' || command === 'HELO')
    return `${place} refuses the name ${name ?? 'of this machine'} that we greet with (${said ?? words}): set SMTP_EHLO_NAME to a name that leads to this machine`
  if (matches(/ETIMEDOUT|TIMEOUT|Greeting never received/i))
    return `${place} doesn't answer in time (${words}): check host and port in SMTP_URL, and the firewall`
  return `${place} can't be used: ${said ?? words}`
}
