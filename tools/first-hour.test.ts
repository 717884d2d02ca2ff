import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../tests/support/databases/database.ts'
import { goodPassword, readResetMail } from '../tests/support/mails/reset-mail.ts'
import { findPort } from '../tests/support/servers/app.ts'
import { createVisitor } from '../tests/support/servers/visitor.ts'

const root = join(import.meta.dirname, '..')
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** Every command of CONTRIBUTING: the lines of its blocks, and what its sentences say to run. */
const commands = [
  ...[...contributing.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n')),
  ...[...contributing.matchAll(/`(np[mx] [^`]+)`/g)].map(([, span = '']) => span),
].flatMap(line => line.replace(/ +#.*/, '').split(' && '))

function start(command: string, more: Record<string, string> = {}) {
  const [program = '', ...args] = command.split(' ')
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => end(child))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function run(command: string) {
  const child = start(command)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

test('npm start prints the sign-in form, the mailbox and demo accounts, and a reset works as CONTRIBUTING says', async () => {
  expect(commands).toContain('npm start')
  const { databaseUrl, drop } = await createTestDatabase()
  onTestFinished(drop)
  const folder = mkdtempSync(join(tmpdir(), 'fieldkey-first-hour-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const port = String(await findPort())
  const url = `http://localhost:${port}`
  const demo = start('npm start', { DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: port, PUBLIC_URL: url })
  let printed = ''
  // A reader that stops reading would stop the demo too.
  demo.stdout.on('data', chunk => {
    printed += chunk
  })
  await expect.poll(() => printed).toContain('Ctrl-C stops everything.')
  expect(printed).toContain(`Sign in   ${url}/sign-in`)
  expect(printed).toMatch(/Mailbox +http:\S+/)
  const [, username = ''] = /^ +(riley\.rep@\S+) +\S+/m.exec(printed) ?? []

  const visitor = createVisitor(url, '127.0.0.1')
  expect((await visitor.post('/reset', { username })).status).toBe(303)
  const mailbox = join(folder, 'demo/mailbox')
  // The demo may also send its daily email about orders.
  const findReset = async () => {
    const files = readdirSync(mailbox).filter(name => name.endsWith('.eml'))
    const mails = await Promise.all(files.map(name => simpleParser(readFileSync(join(mailbox, name)))))
    return mails.find(({ subject }) => subject === 'Reset your password')?.text ?? ''
  }
  await expect.poll(findReset).not.toBe('')
  const { path, code } = readResetMail({ text: await findReset() })
  await expect.poll(async () => (await visitor.get(path)).status).toBe(200)
  await visitor.post(path, { code, newPassword: goodPassword, confirmPassword: goodPassword })
  expect((await visitor.post('/sign-in', { username, password: goodPassword })).location).toBe('/account')
  demo.kill('SIGTERM')
  await once(demo, 'exit')
})

/** Commands that take minutes are called with an argument that their program answers immediately. */
const short: Record<string, { command: string; answer: RegExp }> = {
  'npm test': { command: 'npm test -- --seed 0', answer: /--seed takes a whole number/ },
  'npm test -- --seed 11': { command: 'npm test -- --seed x', answer: /--seed takes a whole number/ },
  'npm run test:unit': {
    command: 'npm run test:unit -- --project nothing',
    answer: /The filter matched no projects: nothing/,
  },
  'npm run bench': { command: 'npm run bench nothing', answer: /There is no bench nothing/ },
}

test.each(Object.entries(short))(
  '%s starts the program that CONTRIBUTING names',
  async (documented, { command, answer }) => {
    expect(commands).toContain(documented)
    const { out, err } = await run(command)
    expect(out + err).toMatch(answer)
  },
)

test('the file that CONTRIBUTING runs alone is found by the test runner', async () => {
  const [file = ''] = commands.filter(command => command.startsWith('npx vitest run '))
  const { code, out } = await run(file.replace('vitest run', 'vitest list --filesOnly'))
  expect([code, out]).toEqual([0, expect.stringContaining(file.replace('npx vitest run ', ''))])
})

test('every command of CONTRIBUTING is run by these tests, by .ci/run, or is about the checkout', () => {
  const ci = readFileSync(join(root, '.ci/run'), 'utf8').replaceAll(' --silent', '')
  const isRun = (command: string) =>
    command === 'npm start' ||
    command in short ||
    command.startsWith('npx vitest run ') ||
    // The names of the benches are compared with their table by the house rules.
    command.startsWith('npm run bench ') ||
    ci.includes(command) ||
    /^(?:git clone|cd) /.test(command)
  expect(commands.filter(command => !isRun(command))).toEqual([])
})
