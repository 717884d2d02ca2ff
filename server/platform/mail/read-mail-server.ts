import { isIP } from 'node:net'
import type { OAuthSettings } from './smtp-oauth.ts'
import { readSmtpSettings, type SmtpSettings } from './smtp-settings.ts'

export const mailServerVariables = [
  'SMTP_EHLO_NAME',
  'SMTP_CA_FILE',
  'SMTP_OAUTH_TOKEN_URL',
  'SMTP_OAUTH_CLIENT_ID',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_REFRESH_TOKEN',
  'SMTP_OAUTH_SCOPE',
] as const

type Environment = { [name in (typeof mailServerVariables)[number]]?: string | undefined }

type MailServer = { url: string; from: string; publicUrl: string }

/** Reads the mail server, and how we sign in to it and greet it. */
export function readMailServer(env: Environment, { url, from, publicUrl }: MailServer): SmtpSettings {
  const name = env.SMTP_EHLO_NAME === undefined ? nameFrom(publicUrl) : readName(env.SMTP_EHLO_NAME)
  return readSmtpSettings({ url, from, name, caFile: env.SMTP_CA_FILE, oauth: readOAuth(env) })
}

/** RFC 5321, 4.1.1.1: the name of this host, or its address in brackets. */
function nameFrom(publicUrl: string): string | undefined {
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')
  if (host === 'localhost' || host.startsWith('127.') || host === '::1') return undefined
  return { 0: host, 4: `[${host}]`, 6: `[IPv6:${host}]` }[isIP(host)]
}

function readName(text: string): string {
  const isName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(text)
  if (isName || /^\[[0-9a-f.:IPv]+\]$/i.test(text)) return text
  throw new Error('SMTP_EHLO_NAME must be a host name that leads to this machine, such as accounts.example.com')
}

function readOAuth(env: Environment): OAuthSettings | undefined {
  const { SMTP_OAUTH_TOKEN_URL: tokenUrl, SMTP_OAUTH_CLIENT_ID: clientId, SMTP_OAUTH_CLIENT_SECRET: secret } = env
  const given = mailServerVariables.filter(name => name.startsWith('SMTP_OAUTH_') && env[name])
  if (given.length === 0) return undefined
  if (!tokenUrl || !clientId || !secret) {
    const missing = Object.entries({ TOKEN_URL: tokenUrl, CLIENT_ID: clientId, CLIENT_SECRET: secret })
    const names = missing.filter(([, value]) => !value).map(([name]) => `SMTP_OAUTH_${name}`)
    throw new Error(`${given[0]} is set and ${names.join(', ')} missing: sign-in by OAuth needs all of them`)
  }
  return {
    tokenUrl: readTokenUrl(tokenUrl),
    clientId,
    clientSecret: secret,
    ...(env.SMTP_OAUTH_REFRESH_TOKEN && { refreshToken: env.SMTP_OAUTH_REFRESH_TOKEN }),
    ...(env.SMTP_OAUTH_SCOPE && { scope: env.SMTP_OAUTH_SCOPE }),
  }
}

/** The secret is sent to this address. Plain http is only for a test on this machine. */
function readTokenUrl(text: string): string {
  const url = URL.parse(text)
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return text
  throw new Error(
    'SMTP_OAUTH_TOKEN_URL must be an https address, such as https://login.microsoftonline.com/TENANT/oauth2/v2.0/token',
  )
}
