import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava, dan, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'
import { listAlertRecipients } from '../../people/accounts/alert-recipients.query.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const people = {
  [ava]: { userType: 'admin', roleId: fullRightsRoleId },
  [dan]: { userType: 'dual', roleId: null },
  [riley]: { userType: 'device', roleId: null },
}

async function choose(username: keyof typeof people, receivesSystemMessages: boolean) {
  const change = {
    givenName: 'Robin',
    familyName: 'Marlow',
    emailTo: null,
    ...people[username],
    receivesSystemMessages,
  }
  await admin.postJson(`/api/users/${await app.accountId(username)}`, change)
}

const recipients = async () => (await listAlertRecipients(app.ground.db)).map(account => account.username).toSorted()

test('alerts go to the administrators and dual users who receive system messages', async () => {
  expect(await recipients()).toEqual([ava])
  await choose(dan, true)
  await choose(riley, true)
  expect(await recipients()).toEqual([ava, dan])
  await choose(ava, false)
  expect(await recipients()).toEqual([dan])
  expect(asJson(await admin.get(`/api/users/${await app.accountId(ava)}`)).body.receivesSystemMessages).toBe(false)
})

test('every administrator gets an alert if no recipient of system messages can sign in', async () => {
  await app.database.pool.query('update accounts set locked_at = now() where username = $1', [dan])
  expect(await recipients()).toEqual([ava])
  await app.database.pool.query('update accounts set locked_at = null where username = $1', [dan])
  await choose(dan, false)
  expect(await recipients()).toEqual([ava])
})
