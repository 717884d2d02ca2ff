import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, type Mode, readConfig } from './config.ts'

const sampleKey = 'c3PNvnLQ0u7dMWnZ7Rk0tVqk6rSg9YbFhX2yAeTj1mI='
const otherSampleKey = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const production = {
  PUBLIC_URL: 'https://fieldkey.example.com/',
  SMTP_URL: 'smtp://mail.example.com',
  MAIL_FROM: 'Harbour & Vale <no-reply@example.com>',
  SECRET_KEY: sampleKey,
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'fieldkey-config-'))

function refusal(env: Record<string, string>, mode: Mode = 'serve'): string {
  try {
    readConfig(env, { mode })
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'not refused'
}

function secretsFile(content: unknown): string {
  const path = join(newFolder(), 'secrets.json')
  writeFileSync(path, JSON.stringify(content), { mode: 0o600 })
  return path
}

describe('serve', () => {
  it('reads production settings and fills in the defaults', () => {
    expect(readConfig(production, { mode: 'serve' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'https://fieldkey.example.com',
      dataDir: join(process.cwd(), 'data'),
      smtp: { host: 'mail.example.com', from: { address: 'no-reply@example.com' } },
      trustedProxies: ['127.0.0.0/8', '::1'],
      logLevel: 'info',
      usernameDisclosure: 'guarded',
      resetCodeMinutes: 10,
      passwordMinLength: 8,
      isDemo: false,
    })
  })

  it('reads several DNS servers and names of keys, with and without a port', () => {
    const set = {
      ...production,
      DNS_SERVERS: '9.9.9.9, [2620:fe::fe]:5353 127.0.0.1:53',
      DKIM_SELECTORS: 's1,s2',
      WEBHOOK_ALLOWED_HOSTS: 'ERP.internal 10.0.0.5',
    }
    expect(readConfig(set, { mode: 'serve' })).toMatchObject({
      dnsServers: ['9.9.9.9', '[2620:fe::fe]:5353', '127.0.0.1:53'],
      dkimSelectors: ['s1', 's2'],
      webhookAllowedHosts: ['erp.internal', '10.0.0.5'],
    })
  })

  const proxiesOf = (more: Record<string, string>, mode: Mode = 'serve') =>
    readConfig({ ...production, ...more }, { mode }).trustedProxies

  it('trusts a proxy on this machine only if nothing else can connect and TLS needs a proxy', () => {
    const here = ['127.0.0.0/8', '::1']
    expect([proxiesOf({ HOST: '::1' }), proxiesOf({ HOST: 'localhost' })]).toEqual([here, here])
    expect(proxiesOf({ TRUSTED_PROXIES: 'none' })).toEqual([])
    expect(proxiesOf({ TRUSTED_PROXIES: '10.0.0.5' })).toEqual(['10.0.0.5'])
    expect(proxiesOf({ PUBLIC_URL: 'http://localhost:3000' })).toEqual([])
    expect(proxiesOf({ HOST: '0.0.0.0', TRUSTED_PROXIES: 'none' })).toEqual([])
    expect(proxiesOf({ HOST: '0.0.0.0' }, 'cli')).toEqual([])
  })

  it('requires TRUSTED_PROXIES if other machines can connect', () => {
    const message = refusal({ ...production, HOST: '0.0.0.0' })
    expect(message).toMatch(/^TRUSTED_PROXIES is missing: .* such as 10\.0\.0\.5/)
  })

  it('names every missing variable with an example, in one message', () => {
    const lines = refusal({ SECRET_KEY: ' ' }).split('\n')
    expect(lines.map(line => line.split(' ')[0])).toEqual(['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SECRET_KEY'])
    expect(lines[0]).toContain('https://fieldkey.example.com')
    expect(lines[3]).toContain('randomBytes(32)')
  })

  it.each([
    ['PUBLIC_URL', 'http://fieldkey.example.com', 'https://'],
    ['PUBLIC_URL', 'https://fieldkey.example.com/app', 'without a path'],
    ['PUBLIC_URL', 'fieldkey.example.com', 'such as'],
    ['PUBLIC_URL', 'http://127.0.0.1.evil.example', 'https://'],
    ['PORT', '80a', 'from 1 to 65535'],
    ['RESET_CODE_MINUTES', '4', 'from 5 to 60'],
    ['RESET_CODE_MINUTES', '61', 'from 5 to 60'],
    ['PASSWORD_MIN_LENGTH', '7', 'from 8 to 64'],
    ['USERNAME_DISCLOSURE', 'always', 'guarded, never'],
    ['LOG_LEVEL', 'loud', 'info'],
    ['DATABASE_URL', 'mysql://db', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://fieldkey:pa#ss@db/fieldkey', '%23'],
    ['DATABASE_URL', 'postgresql://fieldkey:pa/ss@db/fieldkey', '%2F'],
    ['DATABASE_URL', 'postgresql://fieldkey:p@ss/word@db/fieldkey', '%40'],
    ['DATABASE_URL', 'postgresql://fieldkey:pa?ss@db/fieldkey', '%3F'],
    ['TRUSTED_PROXIES', '0.0.0.0/0', '127.0.0.1'],
    ['TRUSTED_PROXIES', 'true', '127.0.0.1'],
    ['TRUSTED_PROXIES', '1', '127.0.0.1'],
    ['BOUNCE_ADDRESS', 'bounces+x@example.com', 'bounces@example.com'],
    ['BOUNCE_KEY', 'short', 'openssl rand -hex 32'],
    ['BOUNCE_KEY', 'a'.repeat(64), 'openssl rand -hex 32'],
    ['DKIM_SELECTORS', 's1, -s2', 'such as s1'],
    ['WEBHOOK_ALLOWED_HOSTS', 'http://erp.internal', 'such as erp.internal'],
    ['DNS_SERVERS', 'dns.example.com', 'such as 9.9.9.9'],
    ['SMTP_URL', 'mail.example.com', 'smtp://'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM must'],
  ])('refuses %s=%s in one sentence', (name, value, hint) => {
    const message = refusal({ ...production, [name]: value })
    expect(message).toContain(name)
    expect(message).toContain(hint)
    expect(message).not.toContain('\n')
  })

  it.each(['http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000'])(
    'accepts %s as the address of this machine',
    url => {
      expect(readConfig({ ...production, PUBLIC_URL: url }, { mode: 'serve' }).publicUrl).toBe(url)
    },
  )

  it.each([
    ['short', Buffer.from('a short key').toString('base64')],
    ['a placeholder', Buffer.from('please change me please change me!').toString('base64')],
    ['one byte, repeated', '00'.repeat(32)],
    ['a short pattern', '0123456789abcdef'.repeat(4)],
    ['an alphabet', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('hex')],
    ['counting by threes', Buffer.from(Array.from({ length: 32 }, (_, n) => n * 3)).toString('hex')],
    ['neither hex nor base64', 'what? a key!'],
  ])('13.2.3 refuses a key that is %s', (_kind, key) => {
    const message = refusal({ ...production, SECRET_KEY: key })
    expect(message).toContain('SECRET_KEY')
    expect(message).toContain('randomBytes(32)')
    expect(message).not.toContain(key)
  })

  it('11.2.2 verifies with the older keys of SECRETS_FILE and signs with the first', () => {
    const { SECRET_KEY: _, ...others } = production
    const read = (keys: unknown) =>
      readConfig({ ...others, SECRETS_FILE: secretsFile(keys) }, { mode: 'serve' }).secrets
    const old = { id: 'old', key: sampleKey }
    const before = read([old]).hmac('codes', '123456')
    const after = read([{ id: 'new', key: otherSampleKey }, old])
    expect(before.keyId).toBe('old')
    expect(after.hmac('codes', '123456').keyId).toBe('new')
    expect(after.hmacWith('old', 'codes', '123456')).toEqual(before.mac)
  })

  it('names a key without an id after its bytes, so a new key never takes the id of a lost one', () => {
    const { SECRET_KEY: _, ...others } = production
    const idOf = (key: string) =>
      readConfig({ ...others, SECRETS_FILE: secretsFile([{ key }]) }, { mode: 'serve' }).secrets.keyIds
    const [one, other] = [sampleKey, otherSampleKey]
    expect(idOf(one)).toEqual(idOf(one))
    expect(idOf(one)).not.toEqual(idOf(other))
    expect(idOf(one)).toEqual(readConfig({ ...others, SECRET_KEY: one }, { mode: 'serve' }).secrets.keyIds)
  })

  it('says what SECRETS_FILE must look like, without quoting it', () => {
    const { SECRET_KEY: _, ...others } = production
    const message = refusal({ ...others, SECRETS_FILE: secretsFile({ key: sampleKey }) })
    expect(message).toContain('SECRETS_FILE')
    expect(message).not.toContain(sampleKey)
  })
})

describe('the command line', () => {
  const { SECRET_KEY: _key, ...withoutKey } = production

  it.each([0o640, 0o604, 0o644, 0o660, 0o610])('13.3.2 refuses a file of keys with the mode %o', mode => {
    const path = secretsFile([{ id: '1', key: sampleKey }])
    chmodSync(path, mode)
    const message = refusal({ ...withoutKey, SECRETS_FILE: path })
    expect(message).toContain(`chmod 600 ${path}`)
    expect(message).not.toContain('\n')
  })

  it('says that the file of keys is missing, or is a folder', () => {
    const path = secretsFile([{ id: '1', key: sampleKey }])
    expect(refusal({ ...withoutKey, SECRETS_FILE: `${path}x` })).toMatch(/^SECRETS_FILE \S+ does not exist/)
    expect(refusal({ ...withoutKey, SECRETS_FILE: dirname(path) })).toContain('is not a file')
  })

  it('needs no mail server, because the running server sends the queued email', () => {
    const { SMTP_URL: _, MAIL_FROM: __, ...others } = production
    expect(readConfig(others, { mode: 'cli' }).smtp).toBeUndefined()
  })
})

describe('the demo', () => {
  it('needs no settings, listens on this machine only and keeps its data separate', () => {
    const dataDir = newFolder()
    const config = readConfig({ DATA_DIR: dataDir, PORT: '4000', HOST: '0.0.0.0' }, { mode: 'demo' })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      dataDir: join(dataDir, 'demo'),
      trustedProxies: [],
      isDemo: true,
    })
    expect(config.smtp).toBeUndefined()
  })

  it('13.3.2 creates its secrets once, readable by their owner only', () => {
    const env = { DATA_DIR: newFolder() }
    const first = readConfig(env, { mode: 'demo' }).secrets.hmac('codes', 'a')
    const second = readConfig(env, { mode: 'demo' }).secrets.hmac('codes', 'a')
    expect(second).toEqual(first)
    const path = join(env.DATA_DIR, 'demo', 'secrets')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(1)
  })

  it('refuses to become production', () => {
    expect(refusal({ NODE_ENV: 'production' }, 'demo')).toContain('NODE_ENV')
    expect(refusal({ PUBLIC_URL: 'https://fieldkey.example.com' }, 'demo')).toContain('PUBLIC_URL')
  })
})
