import { join, resolve } from 'node:path'
import { limits } from '../limits/limits.ts'
import { type mailServerVariables, readMailServer } from '../mail/read-mail-server.ts'
import { readBounceAddress } from '../mail/return-path.ts'
import type { SmtpSettings } from '../mail/smtp-settings.ts'
import { isLoopbackHost, readPublicUrl } from './public-url.ts'
import { keyAdvice, readOrMakeSecretsFile, readSecretKey, readSecretsFile } from './read-secrets.ts'
import type { Secrets } from './secrets.ts'
import {
  readAllowedHosts,
  readBounceKey,
  readChoice,
  readDatabaseUrl,
  readDkimSelectors,
  readDnsServers,
  readNumber,
  readTrustedProxies,
} from './settings.ts'

export type Mode = 'serve' | 'demo' | 'cli'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const disclosures = ['guarded', 'never'] as const

export type LogLevel = (typeof logLevels)[number]

export type Config = {
  port: number
  host: string
  /** Scheme, host and port, without a trailing slash: the beginning of every link. */
  publicUrl: string
  databaseUrl?: string
  /** Absolute. The demo uses its own folder below DATA_DIR. */
  dataDir: string
  /** Absent in the demo until SMTP_URL is set: mail then goes to the local mailbox. */
  smtp?: SmtpSettings
  mailFrom: string
  /**
   * The address for bounces, extended with a token of each message. Without it, bounces go to the sender's own address.
   */
  bounceAddress?: string
  /** The key that signs posted bounce reports. Without it, no report can be posted. */
  bounceKey?: Buffer
  /** The DKIM selectors: the names of the mail server's keys in DNS. */
  dkimSelectors: string[]
  /** Hosts inside the network that webhooks may reach, and over http too. */
  webhookAllowedHosts: string[]
  /** Hosts inside the network that may be OpenID providers of the organisation, and over http too. */
  companySignInAllowedHosts: string[]
  /** The DNS servers for the sender's domain, in place of the machine's own. */
  dnsServers: string[]
  secrets: Secrets
  trustedProxies: string[]
  logLevel: LogLevel
  usernameDisclosure: (typeof disclosures)[number]
  resetCodeMinutes: number
  passwordMinLength: number
  isDemo: boolean
  /** A trial run of a restored copy: Fieldkey sends no email, and every page says so. */
  isDrill: boolean
}

/** The faults in the environment: for each variable one sentence with an example, for the operator to read. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

type Variable =
  | 'PORT'
  | 'HOST'
  | 'PUBLIC_URL'
  | 'DATABASE_URL'
  | 'DATA_DIR'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | (typeof mailServerVariables)[number]
  | 'DRILL'
  | 'BOUNCE_ADDRESS'
  | 'BOUNCE_KEY'
  | 'DKIM_SELECTORS'
  | 'WEBHOOK_ALLOWED_HOSTS'
  | 'COMPANY_SIGN_IN_ALLOWED_HOSTS'
  | 'DNS_SERVERS'
  | 'SECRETS_FILE'
  | 'SECRET_KEY'
  | 'TRUSTED_PROXIES'
  | 'LOG_LEVEL'
  | 'USERNAME_DISCLOSURE'
  | 'RESET_CODE_MINUTES'
  | 'PASSWORD_MIN_LENGTH'
  | 'NODE_ENV'

type Environment = { [name in Variable]?: string | undefined }

const needed = {
  PUBLIC_URL: 'PUBLIC_URL is missing: the address that people open, such as https://fieldkey.example.com',
  SMTP_URL: 'SMTP_URL is missing: the mail server, such as smtp://user:password@mail.example.com:587',
  MAIL_FROM: 'MAIL_FROM is missing: the sender of mails, such as Harbour & Vale <no-reply@example.com>',
  SECRET_KEY: `SECRET_KEY is missing: 32 random bytes as base64 or hex; ${keyAdvice}`,
}

const neededBehindProxy =
  'TRUSTED_PROXIES is missing: the addresses of the proxies that end TLS, such as 10.0.0.5 or 10.0.0.0/24, or none (needed unless HOST is this machine alone)'

/** Only programs on this machine reach a server on loopback, and the proxy is one of them. */
const thisMachine = ['127.0.0.0/8', '::1']

const neededByCli = ['PUBLIC_URL', 'SECRET_KEY'] as const
const neededToServe = ['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SECRET_KEY'] as const

/** Reads the complete environment once. Throws a ConfigError that names the variable. */
export function readConfig(environment: Record<string, string | undefined>, { mode }: { mode: Mode }): Config {
  const env = withoutEmpty(environment)
  try {
    return mode === 'demo' ? readDemo(env) : readProduction(env, mode)
  } catch (cause) {
    throw new ConfigError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function readProduction(env: Environment, mode: Mode): Config {
  requireAll(env, mode === 'cli' ? neededByCli : neededToServe, mode === 'serve')
  const { SMTP_URL: url, MAIL_FROM: from = '', HOST: host = '127.0.0.1' } = env
  const publicUrl = readPublicUrl(env.PUBLIC_URL ?? '')
  return {
    ...readShared(env),
    host,
    publicUrl,
    ...(isBehindProxyHere(env) && { trustedProxies: thisMachine }),
    dataDir: resolve(env.DATA_DIR ?? 'data'),
    ...(url && from && { smtp: readMailServer(env, { url, from, publicUrl }) }),
    mailFrom: from,
    secrets: readSecrets(env),
    isDemo: false,
  }
}

/** Fieldkey never ends TLS, so a server with an https address has a proxy in front. */
const isBehindProxy = ({ PUBLIC_URL, TRUSTED_PROXIES }: Environment) =>
  PUBLIC_URL?.startsWith('https:') === true && TRUSTED_PROXIES === undefined

const isBehindProxyHere = (env: Environment) => isBehindProxy(env) && isLoopbackHost(env.HOST ?? '127.0.0.1')

function readSecrets({ SECRETS_FILE: path, SECRET_KEY: key = '' }: Environment): Secrets {
  if (!path) return readSecretKey(key)
  if (key) throw new Error('SECRETS_FILE and SECRET_KEY are both set: put the key into the file and unset SECRET_KEY')
  return readSecretsFile(path)
}

function readDemo(env: Environment): Config {
  if (env.NODE_ENV === 'production') {
    throw new Error(
      'NODE_ENV is production, which the demo must never be: start "fieldkey serve" instead. npm sets it too where its settings hold omit=dev: then start the demo by "node bin/run.js demo"',
    )
  }
  const shared = readShared(env)
  const publicUrl = readPublicUrl(env.PUBLIC_URL ?? `http://localhost:${shared.port}`)
  if (!isLoopbackHost(new URL(publicUrl).hostname)) {
    throw new Error('PUBLIC_URL of the demo must be this machine, such as http://localhost:3000')
  }
  const dataDir = resolve(env.DATA_DIR ?? 'data', 'demo')
  const mailFrom = env.MAIL_FROM ?? 'Harbour & Vale Wholesale <no-reply@harbourvale.example>'
  return {
    ...shared,
    // HOST is ignored: a demo that listens on a network would become a production server.
    host: '127.0.0.1',
    publicUrl,
    dataDir,
    ...(env.SMTP_URL && { smtp: readMailServer(env, { url: env.SMTP_URL, from: mailFrom, publicUrl }) }),
    mailFrom,
    secrets: readOrMakeSecretsFile(join(dataDir, 'secrets')),
    isDemo: true,
  }
}

function readShared(env: Environment) {
  return {
    port: readNumber('PORT', env.PORT, { from: 1, to: 65535, otherwise: 3000 }),
    ...(env.DATABASE_URL && { databaseUrl: readDatabaseUrl(env.DATABASE_URL) }),
    trustedProxies: readTrustedProxies(env.TRUSTED_PROXIES ?? ''),
    logLevel: readChoice('LOG_LEVEL', env.LOG_LEVEL ?? 'info', logLevels),
    usernameDisclosure: readChoice('USERNAME_DISCLOSURE', env.USERNAME_DISCLOSURE ?? 'guarded', disclosures),
    ...(env.BOUNCE_ADDRESS && { bounceAddress: readBounceAddress(env.BOUNCE_ADDRESS) }),
    ...(env.BOUNCE_KEY && { bounceKey: readBounceKey(env.BOUNCE_KEY) }),
    dkimSelectors: readDkimSelectors(env.DKIM_SELECTORS ?? ''),
    webhookAllowedHosts: readAllowedHosts('WEBHOOK_ALLOWED_HOSTS', env.WEBHOOK_ALLOWED_HOSTS),
    companySignInAllowedHosts: readAllowedHosts('COMPANY_SIGN_IN_ALLOWED_HOSTS', env.COMPANY_SIGN_IN_ALLOWED_HOSTS),
    dnsServers: readDnsServers(env.DNS_SERVERS ?? ''),
    isDrill: readChoice('DRILL', env.DRILL ?? 'no', ['yes', 'no']) === 'yes',
    resetCodeMinutes: readNumber('RESET_CODE_MINUTES', env.RESET_CODE_MINUTES, limits.resetCodeMinutes),
    passwordMinLength: readNumber('PASSWORD_MIN_LENGTH', env.PASSWORD_MIN_LENGTH, { from: 8, to: 64, otherwise: 8 }),
  }
}

/** Lists all missing variables together, so that the operator fixes them in one go. */
function requireAll(env: Environment, names: readonly (keyof typeof needed)[], listens: boolean): void {
  const isThere = (name: keyof typeof needed) => env[name] || (name === 'SECRET_KEY' && env.SECRETS_FILE)
  const missing = names.filter(name => !isThere(name)).map(name => needed[name])
  if (listens && isBehindProxy(env) && !isBehindProxyHere(env)) missing.push(neededBehindProxy)
  if (missing.length > 0) throw new Error(missing.join('\n'))
}

/** `NAME=` in a settings file means that the variable is not set. */
function withoutEmpty(environment: Record<string, string | undefined>): Environment {
  const entries = Object.entries(environment).map(([name, value]) => [name, value?.trim()])
  return Object.fromEntries(entries.filter(([, value]) => value))
}
