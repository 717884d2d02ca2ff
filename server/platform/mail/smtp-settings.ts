import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { decodePart } from './decode-part.ts'
import type { OAuthSettings } from './smtp-oauth.ts'

/** SMTP_URL, MAIL_FROM and the other SMTP_… settings, read once. */
export type SmtpSettings = {
  host: string
  port: number
  /** TLS from the first byte (smtps://), otherwise STARTTLS. */
  isImplicitTls: boolean
  /** Nothing is sent without STARTTLS. */
  requiresTls: boolean
  verifiesCertificate: boolean
  /** The name that we give in EHLO. */
  name?: string
  /** PEM certificates of authorities: the public ones and the operator's own. */
  authorities?: string[]
  credentials?: { user: string; password: string }
  /** Replaces the password: the user signs in with a token (XOAUTH2). */
  oauth?: OAuthSettings
  from: { name: string; address: string }
}

export type SmtpTexts = {
  url: string
  from: string
  name?: string | undefined
  caFile?: string | undefined
  oauth?: OAuthSettings | undefined
}

/** Reads the settings. Each rejection is one sentence with an example. */
export function readSmtpSettings({ url, from, name, caFile, oauth }: SmtpTexts): SmtpSettings {
  const parsed = URL.parse(url)
  if (!parsed || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new Error('SMTP_URL must be an address such as smtp://user:password@mail.example.com:587')
  }
  const isImplicitTls = parsed.protocol === 'smtps:'
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(parsed.port) || (isImplicitTls ? 465 : 587),
    isImplicitTls,
    requiresTls: readRequiresTls(parsed) ?? !isLoopback(host),
    // A server on this machine may have any certificate, unless a file names one.
    verifiesCertificate: caFile !== undefined || !isLoopback(host),
    ...(name && { name }),
    ...(caFile && { authorities: readAuthorities(caFile) }),
    ...(parsed.username !== '' && { credentials: readCredentials(parsed) }),
    ...(oauth && { oauth: requireUser(oauth, parsed) }),
    from: readFrom(from),
  }
}

function readRequiresTls(url: URL): boolean | undefined {
  const unknown = [...url.searchParams.keys()].find(name => name !== 'requireTLS')
  if (unknown !== undefined) throw new Error(`SMTP_URL knows no option ${unknown}: requireTLS=false is the only one`)
  const value = url.searchParams.get('requireTLS')
  if (value === null) return undefined
  if (value !== 'true' && value !== 'false') throw new Error('SMTP_URL: requireTLS must be true or false')
  return value === 'true'
}

function readCredentials(url: URL): { user: string; password: string } {
  return { user: decodePart('SMTP_URL', url.username), password: decodePart('SMTP_URL', url.password) }
}

function requireUser(oauth: OAuthSettings, { username }: URL): OAuthSettings {
  if (username !== '') return oauth
  throw new Error(
    'SMTP_OAUTH_… needs the mailbox in SMTP_URL, such as smtp://no-reply%40example.com@smtp.office365.com:587',
  )
}

/** In addition to the public authorities, so a change of server needs no change of this file. */
function readAuthorities(path: string): string[] {
  try {
    const pem = readFileSync(path, 'utf8')
    const own = pem.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs) ?? []
    if (own.length === 0) throw new Error('it holds no certificate')
    for (const certificate of own) new X509Certificate(certificate)
    return [...rootCertificates, ...own]
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`SMTP_CA_FILE ${path} can't be used: ${why}; it must hold certificates as PEM`, { cause })
  }
}

function readFrom(text: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>]+?))\s*$/.exec(text)
  const address = match?.[2] ?? match?.[3] ?? ''
  if (!isMailAddress(address)) {
    throw new Error('MAIL_FROM must be an address such as Harbour & Vale <no-reply@example.com>')
  }
  return { name: match?.[1] ?? '', address }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Accepts exactly one address. On some server along the way a comma, a second @ or an angle bracket would turn it into
 * two recipients, and a line break would start a header (ASVS 1.3.11).
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]\\"\p{C}]{1,64}@[^\s@,;:<>()[\]\\"\p{C}]+$/u.test(text)
}
