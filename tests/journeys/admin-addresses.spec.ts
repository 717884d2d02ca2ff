import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { readResetMail } from '../support/mails/reset-mail.ts'
import { objectionOf } from '../support/people/new-addresses.ts'
import { signIn } from '../support/people/reset-steps.ts'
import { addContact, addRetailer } from '../support/people/retailers.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

/** A user who became an administrator today may not approve a change. */
const longAgo = new Date(Date.now() - 30 * 86_400_000)
const administrator = { userType: 'admin', roleId: fullRightsRoleId, createdAt: longAgo } as const
let people = 0
const nameOf = (what: string) => `${what}-a${++people}-${process.pid}@harbourvale.example`

async function openUser(page: Page, username: string): Promise<void> {
  await page.getByLabel('Search').fill(username)
  await page.getByRole('link', { name: username }).click()
  await expect(page.getByRole('button', { name: 'More options' })).toBeVisible()
}

async function expectFits(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])
}

async function rename(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Change username' }).click()
  await page.getByLabel('New username').fill(username)
  await page.getByRole('dialog').getByRole('button', { name: 'Change username' }).click()
}

async function askForReset(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Reset Password' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
}

test('J12 6.3.7 by keyboard alone, an administrator changes a username, another approves it, and the reset email is sent', async ({
  page,
  addPerson,
  elsewhere,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('changer') })
  const other = await addPerson({ ...administrator, username: nameOf('approver') })
  const person = await addPerson({ username: nameOf('mallow'), givenName: 'Marta', familyName: 'Mallow' })
  const next = nameOf('marta')
  await openAdminSite(page, admin)
  await openUser(page, person.username)
  await page.getByRole('button', { name: 'More options' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Reset Password' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Change username' })).toBeFocused()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog')
  await expect(popup.getByLabel('New username')).toBeFocused()
  await expect(popup).toContainText('for 24 hours, unless another administrator approves it')
  await page.keyboard.type('JMALLOW')
  await page.keyboard.press('Enter')
  await expect(popup).toContainText('Enter a complete email address.')
  await page.mouse.click(5, 5)
  await page.keyboard.press('Escape')
  await expect(popup.getByLabel('New username')).toHaveValue('JMALLOW')
  await expectFits(page)
  await popup.getByLabel('New username').press('Control+A')
  await page.keyboard.type(next)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText(`${person.username} is now ${next}.`)
  await expect(page.getByText('You changed it yourself')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve the new address' })).toBeHidden()
  await expectFits(page)
  await askForReset(page)
  await expect(page.getByRole('dialog')).toContainText('No password email goes to it until')
  await expectFits(page)

  const second = await elsewhere({ viewport: desk })
  await openAdminSite(second, other)
  await openUser(second, next)
  await second.getByRole('button', { name: 'Approve the new address' }).click()
  await expect(second.getByRole('dialog')).toContainText('Call the person first')
  await expectFits(second)
  await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByRole('status')).toContainText(`${next} is approved`)
  await expect(second.getByText('A new address is waiting for approval')).toBeHidden()
  await askForReset(second)
  await expect(second.getByRole('status')).toContainText(`An email to ${next} is on its way`)
  await expect.poll(() => app.smtp.received.filter(({ to }) => to === next).length).toBe(2)
  const reset = app.smtp.received.find(({ to, subject }) => to === next && subject === 'Reset your password')
  expect(readResetMail(reset ?? (await app.smtp.nextMail({ to: next }))).path).toMatch(/^\/reset\//)
})

test('J10 an objection from the old address holds the new address, and undoing the change lets the user sign in again', async ({
  page,
  addPerson,
  elsewhere,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('changer') })
  const person = await addPerson({ username: nameOf('teal'), givenName: 'Tess', familyName: 'Teal' })
  const next = nameOf('thief')
  await openAdminSite(page, admin)
  await openUser(page, person.username)
  await rename(page, next)
  await expect(page.getByText('A new address is waiting for approval')).toBeVisible()

  const owner = await elsewhere()
  await owner.goto(objectionOf(await app.smtp.nextMail({ to: person.username })))
  await expect(owner.locator('h1')).toHaveText("Didn't you agree to this?")
  await expect(owner.locator('main')).toContainText(next)
  await expectAccessible(owner)
  await owner.getByRole('button', { name: "I didn't agree: lock it" }).click()
  await expect(owner.locator('h1')).toHaveText('Your account is locked')
  await expectAccessible(owner)

  await page.reload()
  await expect(page.getByText('Someone disputed the new address')).toBeVisible()
  await expectFits(page)
  await rename(page, person.username)
  await expect(page.getByText('Someone disputed the new address')).toBeHidden()
  await askForReset(page)
  await expect(page.getByRole('status')).toContainText(`An email to ${person.username} is on its way`)
})

test('a user confirms the new address on the account page, which ends the wait for approval', async ({
  page,
  addPerson,
  elsewhere,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('changer') })
  const person = await addPerson({ username: nameOf('reed'), givenName: 'Rhea', familyName: 'Reed' })
  const next = nameOf('rhea')
  const own = await elsewhere({ javaScriptEnabled: false })
  await own.goto('/sign-in')
  await signIn(own, person)
  await openAdminSite(page, admin)
  await openUser(page, person.username)
  await rename(page, next)
  await expect(page.getByText('A new address is waiting for approval')).toBeVisible()

  await own.goto('/account')
  await expect(own.getByRole('heading', { name: 'Your new address' })).toBeVisible()
  await expect(own.locator('main')).toContainText(next)
  await own.getByRole('button', { name: 'Yes, it is my address' }).click()
  await expect(own.getByText('Your new address is confirmed')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Rhea Reed' })).toBeVisible()
  await expect(page.getByText('A new address is waiting for approval')).toBeHidden()
})

test('6.3.7 an administrator corrects and changes the email of a contact, the username follows, and a reset waits for approval', async ({
  page,
  addPerson,
  app,
  passwordHash,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('shop.admin') })
  const [before, next] = [`till-${process.pid}@sorrel.example`, `shop-${process.pid}@sorrel.com`]
  const retailerId = await addRetailer(app, `Sorrel Deli ${process.pid}`)
  const contactId = await addContact(app, { retailerId, email: before, username: before, passwordHash })
  await openAdminSite(page, admin)
  await page.goto(`/admin/retailers/${retailerId}/contacts/${contactId}`)
  await page.getByRole('button', { name: 'Change email or username' }).click()
  await page.getByRole('textbox', { name: 'Email' }).fill(`shop-${process.pid}@sorrel.con`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status').first()).toHaveText(`Did you mean ${next}?`)
  await expectFits(page)
  await dialog.getByRole('button', { name: 'Use this address' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(next)
  await expect(page.getByLabel('Website username')).toHaveValue(next)
  await expect(dialog.getByRole('status')).toHaveCount(0)
  await page.getByLabel('Website username').fill('other@sorrel.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toContainText("This can't be a username")
  await expectFits(page)
  await page.getByLabel('Website username').fill(next)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('A new address is waiting for approval')).toBeVisible()
  expect((await app.smtp.nextMail({ to: before })).subject).toBe('Your username was changed')
  await page.getByRole('button', { name: 'Send Password Reset' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('dialog')).toContainText('This address is new')
  await expectFits(page)
})
