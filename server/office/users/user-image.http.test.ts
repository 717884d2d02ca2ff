import { execFileSync } from 'node:child_process'
import { Transformer } from '@napi-rs/image'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { ava, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { smallPicture } from '../../../tests/support/servers/api-bodies.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { waitFor } from '../../../tests/support/waiting/wait-for.ts'

let app: TestApp
let admin: Visitor
let address: string
beforeAll(async () => {
  app = await startTestApp()
  address = `/api/users/${await app.accountId(riley)}`
})
beforeEach(async () => {
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const upload = async (file: Buffer) =>
  asJson(await admin.postJson(`${address}/image`, { image: file.toString('base64') }))

const jpeg = () => new Transformer(Buffer.from(smallPicture, 'base64')).resize({ width: 640, height: 480 }).jpeg(90)

async function fetchImage() {
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${app.url}${address}/image`, { headers: { cookie } })
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('3.2.1 5.2.2 an uploaded picture is re-encoded, small, and served as a picture and nothing else', async () => {
  const hidden = '<script>alert(1)</script>'
  const before = await jpeg()
  // Camera data and hidden data: a comment in the file, and a text after its end.
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), Buffer.from(hidden)])
  const file = Buffer.concat([before.subarray(0, 2), comment, before.subarray(2), Buffer.from(hidden)])
  expect((await upload(file)).body.kind).toBe('changed')
  const { headers, bytes } = await fetchImage()
  expect(headers.get('content-type')).toBe('image/webp')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(bytes.includes(hidden)).toBe(false)
  expect(await new Transformer(bytes).metadata()).toMatchObject({ width: 256, height: 256, format: 'webp' })
  expect(asJson(await admin.get(address)).body.image).toBe(app.clock.now().toISOString())
})

test('an image can be removed', async () => {
  await upload(await jpeg())
  expect(asJson(await admin.postJson(`${address}/image/remove`, {})).body.kind).toBe('changed')
  expect(asJson(await admin.get(address)).body.image).toBe(null)
  const gone = asJson(await admin.get(`${address}/image`))
  expect([gone.status, gone.body.problem.kind]).toEqual([404, 'no-such-image'])
})

test('5.2.1 5.2.2 a file that is not a picture, or is too large, is refused with words that say what to do', async () => {
  const whole = await jpeg()
  const broken = [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), whole.subarray(0, 40), Buffer.alloc(0)]
  for (const file of broken) {
    const { status, body } = await upload(file)
    expect([status, body.problem.kind]).toEqual([422, 'no-image'])
  }
  const large = await upload(Buffer.concat([whole, Buffer.alloc(1_000_000)]))
  expect(large.body.problem).toMatchObject({ kind: 'image-too-large', text: expect.stringContaining('1 MB') })
})

test('5.2.6 a small file that would unfold to gigabytes is refused with words that name the bounds', async () => {
  const bomb = Buffer.from(smallPicture, 'base64')
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const { problem } = (await upload(bomb)).body
  expect(problem).toMatchObject({ kind: 'image-too-large', text: expect.stringContaining('8192 pixels a side') })
})

test('a sign-in is answered while a decoder hangs, and uploads beyond the queue are told to wait', async () => {
  const file = makePng(600, 600)
  const statuses: number[] = []
  const uploadMany = (count: number) =>
    Array.from({ length: count }, async () => void statuses.push((await upload(file)).status))
  const uploads = uploadMany(3)
  const decoder = await waitFor(() => {
    // On a slow machine, these may be decoded before the first look.
    if (statuses.length === uploads.length) uploads.push(...uploadMany(3))
    return stopDecoder()
  })
  const answer = await app.visitor().post('/sign-in', { username: riley, password: app.passwordOf(riley) })
  expect(answer.status).toBe(303)

  uploads.push(...uploadMany(12))
  // One is being decoded and eight wait, so at least four of twelve more are refused.
  await waitFor(() => expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(4))
  continueDecoder(decoder)
  await Promise.all(uploads)
  // The eight waiting ones are decoded. The ninth too, unless the decoder reached its time limit on a slow machine.
  expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(8)
  expect(statuses.filter(status => status !== 200 && status !== 429).length).toBeLessThanOrEqual(1)
})

/** The time limit may have ended the decoder meanwhile. */
function continueDecoder(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

/** Stops the decoder that this process has started, at any point of its work. */
function stopDecoder(): number {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const found = lines
    .map(line => /^ *(\d+) +(\d+) .*uploaded-pictures\/decoder\.ts/.exec(line))
    .find(match => Number(match?.[2]) === process.pid)
  if (!found) throw new Error('No decoder is running yet')
  const pid = Number(found[1])
  process.kill(pid, 'SIGSTOP')
  // A signal to a process that has just ended is no fault, and stops nothing.
  const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  if (!state.startsWith('T')) throw new Error('The decoder ended before it was stopped')
  return pid
}

test('7.5.3 an upload needs a sign-in within the last ten minutes', async () => {
  app.clock.advance(11 * 60)
  const refused = await upload(Buffer.from(smallPicture, 'base64'))
  expect([refused.status, refused.body.problem.kind]).toEqual([403, 'confirm-first'])
})
