import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResetMail } from '../../../tests/support/mails/reset-mail.ts'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, nextMailOf, save, until } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createDecideReset } from '../../entry/recovery/request-reset.ts'
import { createInviteImported } from './invite-imported.job.ts'

let app: TestApp
let users: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  users = createImporter(await signedInAt(app, ava, app.passwordOf(ava)), 'users')
})
afterAll(() => app.stop())

const header = 'Username,First name,Surname,User type,Role,Sales territories'

test('invitations are sent later, or now, to all new users with an address, and no user is invited twice', async () => {
  const checked = await users.uploadAndCheck(
    csv(header, 'inv@new.example,Ina,Invited,device,,', 'NOMAIL,Nick,Nomail,device,,'),
  )
  const done = await users.run(checked.id)
  expect(done.summary?.invitations).toEqual({ possible: 1, waiting: 0, asked: 0 })
  expect(app.smtp.received.some(({ to }) => to === 'inv@new.example')).toBe(false)
  expect((await users.post(`${checked.id}/invitations`)).body.text).toContain('Invitations queued: 1')
  const { path, code } = readResetMail(
    await nextMailOf(app, { to: 'inv@new.example', subject: 'Choose your password' }),
  )
  expect((await users.post(`${checked.id}/invitations`)).body.text).toContain('Invitations queued: 0')
  expect((await save(app.visitor(), path, { code })).status).toBe(303)
  await until(async () => (await users.read(checked.id)).summary?.invitations.asked === 1)
})

test('invitations wait while a hundred mails are queued, and then continue without help', async () => {
  const names = Array.from({ length: 60 }, (_, place) => `many${place}@new.example,Mo,Many,scan,,`)
  const more = Array.from({ length: 60 }, (_, place) => `more${place}@new.example,Mo,More,scan,,`)
  await app.database.pool.query(`update licences set enabled = 1000 where user_type = 'scan'`)
  const release = app.smtp.hold()
  const checked = await users.uploadAndCheck(csv(header, ...names, ...more))
  await users.run(checked.id, 'all', 'now')
  const asked = async () => (await users.read(checked.id)).summary?.invitations.asked
  await until(async () => (await asked()) === 100, 'a hundred invitations')
  await createInviteImported({ db: app.database.db, decideReset: createDecideReset(app.ground) })()
  expect(await asked()).toBe(100)
  release()
  await until(async () => (await asked()) === 120, 'the others')
})
