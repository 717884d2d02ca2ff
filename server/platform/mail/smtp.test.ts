import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { rootCertificates } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { cert, key } from '../../../tests/support/servers/certificate.ts'
import { readConfig } from '../settings/config.ts'
import { createSmtp } from './smtp.ts'

const secretKey = randomBytes(32).toString('hex')
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endings.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A mail server on the usual library. It offers everything unless told otherwise. */
async function startSmtp(options: SMTPServerOptions = {}) {
  const greetings: string[] = []
  const received: string[] = []
  const made = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 1,
    onMailFrom: (_address, { hostNameAppearsAs }, callback) => {
      greetings.push(String(hostNameAppearsAs))
      callback()
    },
    onData: async (stream, session, callback) => {
      received.push(session.envelope.rcptTo.map(({ address }) => address).join())
      await text(stream)
      callback()
    },
    ...options,
  })
  made.on('error', () => {})
  made.listen(0, '127.0.0.1')
  await once(made.server, 'listening')
  endings.push(() => new Promise<void>(resolve => made.close(resolve)))
  return { port: (made.server.address() as AddressInfo).port, greetings, received }
}

function open(settings: Record<string, string>) {
  const env = { PUBLIC_URL: 'https://accounts.harbourvale.example', MAIL_FROM: 'no-reply@harbourvale.example' }
  const config = readConfig({ ...env, SECRET_KEY: secretKey, ...settings }, { mode: 'serve' })
  if (!config.smtp) throw new Error('no mail server')
  const smtp = createSmtp(config.smtp)
  endings.push(() => smtp.close())
  return smtp
}
const troubleOf = (settings: Record<string, string>) => open(settings).findTrouble()
const mailTo = (to: string) => ({ to, subject: 'Hello', text: 'A text.', html: '<p>A text.</p>', date: new Date() })

/** A server that plays the given lines. */
async function startTalking(greeting: string, answers: Record<string, string> = {}): Promise<number> {
  return listen(
    createServer(socket => {
      socket.on('error', () => {})
      socket.write(`${greeting}\r\n`)
      socket.on('data', data => {
        const [command = ''] = String(data).trim().split(' ')
        socket.write(`${answers[command] ?? '502 5.5.1 not here'}\r\n`)
      })
    }),
  )
}

describe('ML-1 a problem with the mail server is one sentence with the answer and a fix', () => {
  test('for a closed port', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise(resolve => server.close(resolve))
    expect(await troubleOf({ SMTP_URL: `smtp://127.0.0.1:${port}` })).toMatch(
      /^127\.0\.0\.1:\d+ accepts no connection \(.*ECONNREFUSED.*\): check host and port/,
    )
  })

  test('for a host name that does not resolve', async () => {
    expect(await troubleOf({ SMTP_URL: 'smtp://mail.invalid:587' })).toMatch(
      /^the name mail\.invalid leads to no address .*check the host in SMTP_URL/,
    )
  })

  test('for a wrong password', async () => {
    const { port } = await startSmtp({
      authMethods: ['PLAIN'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('5.7.8 not you'), { responseCode: 535 })),
    })
    expect(await troubleOf({ SMTP_URL: `smtp://fieldkey:wrong@127.0.0.1:${port}` })).toMatch(
      /refuses the sign-in \(535 5\.7\.8 not you\): check user and password in SMTP_URL/,
    )
  })

  test('for a refused EHLO name', async () => {
    const refusal = '504 5.5.2 need fully-qualified hostname'
    const port = await startTalking('220 here', { EHLO: refusal, HELO: refusal })
    expect(await troubleOf({ SMTP_URL: `smtp://127.0.0.1:${port}?requireTLS=false` })).toMatch(
      /refuses the name accounts\.harbourvale\.example .*504 5\.5\.2 need fully-qualified.*set SMTP_EHLO_NAME/,
    )
  })

  test('for a server without STARTTLS, and for one without implicit TLS', async () => {
    const plain = await startSmtp({ disabledCommands: ['AUTH', 'STARTTLS'] })
    expect(await troubleOf({ SMTP_URL: `smtp://127.0.0.1:${plain.port}?requireTLS=true` })).toContain('offers no TLS')
    expect(await troubleOf({ SMTP_URL: `smtps://127.0.0.1:${plain.port}` })).toMatch(/doesn't speak TLS from the start/)
  })

  test('for a certificate of an unknown authority, which SMTP_CA_FILE then trusts', async () => {
    const { port } = await startSmtp({ secure: true, key, cert })
    const folder = mkdtempSync(join(tmpdir(), 'fieldkey-ca-'))
    endings.push(() => rmSync(folder, { recursive: true }))
    const [other, own] = [join(folder, 'other.pem'), join(folder, 'own.pem')]
    writeFileSync(own, cert)
    writeFileSync(other, rootCertificates[0] ?? '')
    const url = { SMTP_URL: `smtps://localhost:${port}` }
    expect(await troubleOf({ ...url, SMTP_CA_FILE: other })).toMatch(
      /^the certificate of localhost isn't trusted \(self-signed certificate\): .*SMTP_CA_FILE/,
    )
    expect(await troubleOf({ ...url, SMTP_CA_FILE: own })).toBeUndefined()
  })
})

describe('the EHLO name', () => {
  test.each([
    ['the host of PUBLIC_URL', {}, 'accounts.harbourvale.example'],
    ['an address in brackets', { PUBLIC_URL: 'https://192.0.2.7' }, '[192.0.2.7]'],
    ['SMTP_EHLO_NAME', { SMTP_EHLO_NAME: 'mx7.harbourvale.example' }, 'mx7.harbourvale.example'],
  ])('is %s', async (_what, settings, expected) => {
    const { port, greetings } = await startSmtp({ disabledCommands: ['AUTH', 'STARTTLS'] })
    const smtp = open({ SMTP_URL: `smtp://127.0.0.1:${port}`, ...settings })
    expect((await smtp.handOver(mailTo('riley@harbourvale.example'))).kind).toBe('accepted')
    expect(greetings).toEqual([expected])
  })
})

describe('OAuth sign-in', () => {
  const start = async (tokenAnswer: (form: URLSearchParams) => unknown) => {
    const asked: Record<string, string>[] = []
    const tokens = createHttp(async (request, response) => {
      const form = new URLSearchParams(await text(request))
      asked.push(Object.fromEntries(form))
      response.end(JSON.stringify(tokenAnswer(form)))
    })
    const tokenPort = await listen(tokens)
    const { port, received } = await startSmtp({
      authMethods: ['XOAUTH2'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, accessToken }, _session, callback) =>
        accessToken === 'good'
          ? callback(null, { user: String(username) })
          : callback(null, { data: { status: '400', schemes: 'bearer', scope: 'mail' } }),
    })
    const settings = {
      SMTP_URL: `smtp://no-reply%40harbourvale.example@127.0.0.1:${port}`,
      SMTP_OAUTH_TOKEN_URL: `http://127.0.0.1:${tokenPort}/token`,
      SMTP_OAUTH_CLIENT_ID: 'the-client',
      SMTP_OAUTH_CLIENT_SECRET: 'the-secret',
    }
    return { asked, received, settings }
  }

  test("requests one token with the app's credentials and signs the mailbox in", async () => {
    const { asked, received, settings } = await start(() => ({ access_token: 'good', expires_in: 3600 }))
    const smtp = open({ ...settings, SMTP_OAUTH_SCOPE: 'https://outlook.office365.com/.default' })
    for (const to of ['a@b.example', 'c@d.example']) expect((await smtp.handOver(mailTo(to))).kind).toBe('accepted')
    expect(received).toEqual(['a@b.example', 'c@d.example'])
    expect(asked).toEqual([
      {
        client_id: 'the-client',
        client_secret: 'the-secret',
        grant_type: 'client_credentials',
        scope: 'https://outlook.office365.com/.default',
      },
    ])
  })

  test('uses the refresh token if there is one', async () => {
    const { asked, settings } = await start(() => ({ access_token: 'good' }))
    expect(await open({ ...settings, SMTP_OAUTH_REFRESH_TOKEN: 'the-refresh' }).findTrouble()).toBeUndefined()
    expect(asked).toMatchObject([{ grant_type: 'refresh_token', refresh_token: 'the-refresh' }])
  })

  test("reports the token server's answer, and the mail waits", async () => {
    const { settings } = await start(() => ({ error: 'invalid_client', error_description: 'the secret expired' }))
    const smtp = open(settings)
    expect(await smtp.findTrouble()).toMatch(/token server.*invalid_client: the secret expired.*SMTP_OAUTH_/)
    expect(await smtp.handOver(mailTo('a@b.example'))).toMatchObject({ kind: 'refused', isPermanent: false })
  })
})

test('refuses an address with non-ASCII letters before the @ if the server lacks SMTPUTF8, and never sends it', async () => {
  const without = await startSmtp({ disabledCommands: ['AUTH', 'STARTTLS'], hideSMTPUTF8: true })
  const outcome = await open({ SMTP_URL: `smtp://127.0.0.1:${without.port}` }).handOver(mailTo('иван@example.com'))
  expect(outcome).toMatchObject({ kind: 'refused', isPermanent: true, isAboutAddress: true })
  expect(outcome.answer).toContain('no SMTPUTF8')
  expect(without.greetings).toEqual([])
  const offering = await startSmtp({ disabledCommands: ['AUTH', 'STARTTLS'] })
  const accepted = await open({ SMTP_URL: `smtp://127.0.0.1:${offering.port}` }).handOver(mailTo('иван@example.com'))
  expect(accepted.kind).toBe('accepted')
  expect(offering.received).toEqual(['иван@example.com'])
})

describe('a setting that makes no sense is rejected with its name and the fix', () => {
  const complete = { SMTP_URL: 'smtp://me%40x.example:p@mail.example.com' }
  test.each([
    ['a % that begins no byte', { SMTP_URL: 'smtp://me:50%off@mail.example.com' }, /^SMTP_URL holds a % .*%25$/],
    [
      'the same in DATABASE_URL',
      { ...complete, DATABASE_URL: 'postgresql://me:50%off@db/f' },
      /^DATABASE_URL holds a % .*%25$/,
    ],
    ['the same in PUBLIC_URL', { ...complete, PUBLIC_URL: 'https://50%off.example' }, /^PUBLIC_URL must be an address/],
    [
      'a file without certificates',
      { ...complete, SMTP_CA_FILE: '/dev/null' },
      /^SMTP_CA_FILE \/dev\/null .*certificate/,
    ],
    [
      'a file that is not there',
      { ...complete, SMTP_CA_FILE: '/nowhere.pem' },
      /^SMTP_CA_FILE \/nowhere\.pem .*ENOENT/,
    ],
    ['a name with a space', { ...complete, SMTP_EHLO_NAME: 'my host' }, /^SMTP_EHLO_NAME must be a host name/],
    [
      'half of OAuth',
      { ...complete, SMTP_OAUTH_CLIENT_ID: 'x' },
      /SMTP_OAUTH_TOKEN_URL, SMTP_OAUTH_CLIENT_SECRET missing/,
    ],
    [
      'OAuth by plain http',
      {
        ...complete,
        SMTP_OAUTH_CLIENT_ID: 'x',
        SMTP_OAUTH_CLIENT_SECRET: 'x',
        SMTP_OAUTH_TOKEN_URL: 'http://login.example/token',
      },
      /^SMTP_OAUTH_TOKEN_URL must be an https address/,
    ],
  ])('%s', (_what, settings, sentence) => {
    expect(() => open(settings)).toThrow(sentence)
  })
})
