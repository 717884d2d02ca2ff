import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { type Person, test } from '../support/browsers/journey.ts'
import { submit } from '../support/people/reset-steps.ts'
import { addContact } from '../support/people/retailers.ts'
import { smallPicture } from '../support/servers/api-bodies.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

const administrator = { userType: 'admin', roleId: fullRightsRoleId } as const
let people = 0
const nameOf = (what: string) => `${what}-d${++people}-${process.pid}@harbourvale.example`

async function trySignIn(page: Page, { username, password }: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await submit(page, 'Sign in')
}

async function expectAccessibleAtDesk(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(desk)
}

test('by keyboard alone, an administrator finds a user locked out by wrong passwords and unlocks the account with one button', async ({
  page,
  addPerson,
  elsewhere,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep'), givenName: 'Juno', familyName: 'Sedge' })
  const browser = await elsewhere()
  for (let failure = 0; failure < 5; failure++) {
    await trySignIn(browser, { ...person, password: 'not-the-password' })
    await expect(browser.getByRole('alert')).toBeVisible()
  }
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await expect(page.getByText('Has to wait', { exact: true })).toBeVisible()
  await expect(page.getByText(/Juno Sedge can try again from .* wrong passwords were entered 5 times/)).toBeVisible()
  await expect(page.getByText(/wrong password, failure 5 in a row/)).toBeVisible()
  await expectAccessibleAtDesk(page)
  await page.getByRole('button', { name: 'Unlock' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Failed attempts for')
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Can sign in', { exact: true })).toBeVisible()
  await trySignIn(browser, person)
  await expect(browser).toHaveURL(/\/account$/)
})

test('an administrator locks and unlocks an account, and the page shows who did it', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep'), givenName: 'Ivo', familyName: 'Rush' })
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText("A new password doesn't unlock it")
  await expectAccessibleAtDesk(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByText("Ivo Rush can't sign in: an administrator has locked the account.")).toBeVisible()
  await expect(page.getByText(`By ${admin.username}`).first()).toBeVisible()
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('Can sign in', { exact: true })).toBeVisible()
})

test('7.5.2 an administrator ends one of two sessions and sees the unsent items of a device', async ({
  page,
  addPerson,
  elsewhere,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  const id = await app.accountId(person.username)
  const first = await elsewhere()
  await trySignIn(first, person)
  app.clock.advance(60)
  const second = await elsewhere()
  await trySignIn(second, person)
  await app.database.pool.query(
    `insert into app_devices (account_id, device_id, name, app_version, waiting_orders, waiting_quotes, waiting_notes,
      oldest_waiting_at, last_complete_sync_at, last_seen_at) values ($1, $2, 'Pixel Tablet', '0.1.0', 2, 0, 1, $3, $3, $3)`,
    [id, randomUUID(), app.clock.now()],
  )
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${id}`)
  await expect(page.getByText(/Waiting to be sent: 2 orders, 1 note, the oldest since/)).toBeVisible()
  const signedIn = page.getByRole('table', { name: 'Signed in now' }).getByRole('row')
  await expect(signedIn).toHaveCount(2)
  await expectAccessibleAtDesk(page)
  // The device that was seen last comes first.
  await signedIn.last().getByRole('button', { name: /^End/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('is signed out there')
  await expect(signedIn).toHaveCount(1)
  await first.goto('/account')
  await expect(first).toHaveURL(/\/sign-in$/)
  await second.goto('/account')
  await expect(second).toHaveURL(/\/account$/)
})

test('an administrator chooses, previews, saves and removes the image of a user', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  await choose('letter.png', Buffer.from('no picture at all'))
  await expect(
    page.getByText("This file isn't a picture that Fieldkey can read. Choose a PNG or a JPEG."),
  ).toBeVisible()
  await choose('face.png', Buffer.from(smallPicture, 'base64'))
  await expect(page.getByRole('img', { name: 'The chosen image' })).toBeVisible()
  await expect(page.getByText("This file isn't a picture")).toBeHidden()
  await expectAccessibleAtDesk(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const face = page.locator('img.face')
  await expect(face).toBeVisible()
  // The place of an image is visible before its picture.
  await expect(face).toHaveJSProperty('naturalWidth', 256)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Remove image' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(face).toBeHidden()
})

test('Cancel and the Back button ask before they discard changes to a user', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  await openAdminSite(page, admin)
  await page.getByLabel('Search').fill(person.username)
  await page.getByRole('link', { name: person.username }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Surname').fill('Fescue')
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (const leave of [() => page.getByRole('button', { name: 'Cancel' }).click(), () => page.goBack()]) {
    await leave()
    await expect(leaving).toBeVisible()
    await expect(leaving.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Surname')).toHaveValue('Fescue')
  }
  await expectAccessibleAtDesk(page)
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await leaving.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Robin Marlow' })).toBeVisible()
  expect(await app.accountId(person.username)).toBeTruthy()
})

test('the first button leads to changing a username that cannot receive email', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const { username } = await addPerson({ username: `KSORREL${process.pid}`, passwordHash: null })
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(username)}`)
  await expect(page.getByText("Robin Marlow can't sign in yet: no password has been chosen.")).toBeVisible()
  await expect(page.getByText("The username isn't an email address")).toBeVisible()
  await page.getByRole('button', { name: 'Change username' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessibleAtDesk(page)
})

test('the page of a contact explains a lock with the same sentence and button, and keeps edits too', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const id = await addContact(app)
  const { rows } = await app.database.pool.query('select retailer_id from contacts where account_id = $1', [id])
  await app.database.pool.query("update accounts set locked_at = now(), password_hash = 'x' where id = $1", [id])
  await openAdminSite(page, admin)
  await page.goto(`/admin/retailers/${rows[0].retailer_id}/contacts/${id}`)
  await expect(page.getByText(/can't sign in: an administrator has locked the account/)).toBeVisible()
  await expectAccessibleAtDesk(page)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('Can sign in', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'What happened' })).toContainText('Unlocked')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Surname').fill('Fescue')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toContainText('Leave without saving?')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Surname')).toHaveValue('Fescue')
})
