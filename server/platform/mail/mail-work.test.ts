import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMailGround, type MailGround } from '../../../tests/support/mails/mail-ground.ts'
import { startMailWork } from './mail-work.ts'

const riley = 'riley.rep@harbourvale.example'
let ground: MailGround
let children: ChildProcess[]

beforeEach(async () => {
  ground = await createMailGround()
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await ground.stop()
})

async function startWorkerProcess(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../../tests/support/mails/mail-worker.ts', import.meta.url))
  const args = [script, JSON.stringify(ground.database.connection), ground.server.url]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The worker ended with ${code}`)))
  failed.catch(() => {})
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), failed])
  return child
}

test('delivers a mail on notification after the commit, long before the next poll', async () => {
  await startMailWork({ ...ground, pollSeconds: 3600, sweepSeconds: 3600 })
  for (let n = 0; n < 3; n += 1) {
    await ground.queue(riley)
    await ground.server.nextMail({ to: riley })
  }
})

test('retries a refused message without help', async () => {
  const { server, clock } = ground
  await startMailWork({ ...ground, sweepSeconds: 0.05 })
  server.answerWith({ refuse: 'message', code: 451 })
  const id = await ground.queue(riley)
  await expect.poll(async () => (await ground.readMessage(id)).attempts).toBe(1)
  server.answerWith('accept')
  clock.advance(2)
  await server.nextMail({ to: riley })
  await expect.poll(async () => (await ground.readMessage(id)).state).toBe('sent')
})

test('ML-13 sends a second mail, and loses none, when a worker is killed between delivery and record', async () => {
  const { server, sweep, deliver, readMessage } = ground
  const worker = await startWorkerProcess()
  const release = server.hold()
  const id = await ground.queue(riley)
  await server.nextMail({ to: riley })
  await sweep()
  await deliver(id)
  expect(server.received).toHaveLength(1)

  worker.kill('SIGKILL')
  await once(worker, 'exit')
  release()
  await startMailWork({ ...ground, sweepSeconds: 0.2 })
  await server.nextMail({ to: riley })
  await expect.poll(async () => (await readMessage(id)).state).toBe('sent')
  expect(server.received).toHaveLength(2)
})

test('ML-13 sends a hundred mails for a hundred messages with two worker processes', async () => {
  const { server, db } = ground
  await Promise.all([startWorkerProcess(), startWorkerProcess()])
  const recipients = Array.from({ length: 100 }, (_, n) => `rep${n}@harbourvale.example`)
  await Promise.all(recipients.map(to => ground.queue(to)))
  await Promise.all(recipients.map(to => server.nextMail({ to })))
  const countWaiting = () => sql`select 1 from mail_messages where state <> 'sent'`.execute(db)
  await expect.poll(async () => (await countWaiting()).rows.length).toBe(0)
  expect(server.received).toHaveLength(100)
})
