import { expect } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { goodPassword, readResetMail } from '../support/mails/reset-mail.ts'
import { addContact, addRetailer } from '../support/people/retailers.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

const administrator = { userType: 'admin', roleId: fullRightsRoleId } as const
const nameOf = (what: string) => `${what}-${process.pid}@harbourvale.example`

test('J12 an administrator tells two contacts with the same address apart, and the right one resets the password and signs in', async ({
  page,
  addPerson,
  elsewhere,
  app,
  passwordHash,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('shop.admin') })
  const email = `till-${process.pid}@tealdeli.example`
  const retailerId = await addRetailer(app, `Teal Deli ${process.pid}`)
  const [owner, buyer] = [`TEAL-1-${process.pid}`, `TEAL-2-${process.pid}`]
  await addContact(app, { retailerId, email, username: owner, givenName: 'Olive', jobTitle: 'Owner' })
  await addContact(app, { retailerId, email, username: buyer, givenName: 'Basil', jobTitle: 'Buyer', passwordHash })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Retailers' }).click()
  await expect(page.getByRole('heading', { name: 'Retailers', level: 1 })).toBeVisible()
  await page.getByLabel('Search').fill(buyer.toLowerCase())
  await expect(page.getByRole('status')).toHaveText('1 retailer')
  await expect(page).toHaveURL(/search=teal-2/)
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])

  await page.getByRole('link', { name: `Teal Deli ${process.pid}` }).click()
  const cards = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')
  await expect(cards).toHaveCount(2)
  const card = cards.filter({ hasText: 'Basil Fern' })
  await expect(card).toContainText('Buyer')
  await expect(card).toContainText(buyer)
  const invited = cards.filter({ hasText: 'Olive Fern' })
  await expect(invited).toContainText('No password yet')
  await expect(invited.getByRole('button', { name: 'Send Website Invite' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await card.getByRole('button', { name: 'Send Password Reset' }).click()
  const popup = page.getByRole('dialog')
  await expect(popup).toContainText(`It goes to ${email}, for the username ${buyer}.`)
  await expectAccessible(page)
  await popup.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByRole('status')).toContainText(`An email to ${email} is on its way`)

  const { path, code } = readResetMail(await app.smtp.nextMail({ to: email }))
  const shop = await elsewhere()
  await shop.goto(path)
  await shop.getByLabel('Code', { exact: true }).fill(code)
  await shop.getByLabel('New password', { exact: true }).fill(goodPassword)
  await shop.getByLabel('Confirm new password').fill(goodPassword)
  await shop.getByRole('button', { name: 'Save New Password' }).click()
  await shop.getByLabel('Username').fill(buyer)
  await shop.getByLabel('Password', { exact: true }).fill(goodPassword)
  await shop.getByRole('button', { name: 'Sign in' }).click()
  await expect(shop).toHaveURL(/\/shop$/)

  await card.getByRole('link', { name: 'Basil Fern' }).click()
  await expect(page.getByText('Can sign in', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  const order = async (name: string) => {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').getByRole('button', { name }).click()
  }
  await order('Withdraw access')
  await expect(page.getByText('website access was withdrawn')).toBeVisible()
  await shop.reload()
  await expect(shop).toHaveURL(/\/sign-in/)
  await order('Restore access')
  await expect(page.getByText('Nothing blocks the sign-in')).toBeVisible()
})

test('an administrator adds and edits a retailer and a contact, sees missing fields, and loses nothing by a wrong click', async ({
  page,
  addPerson,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('new.admin') })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Retailers' }).click()
  await page.getByRole('link', { name: 'New retailer' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Plum Pantry')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter the account number.')
  await page.getByRole('link', { name: 'Back to all retailers' }).click()
  await expect(page.getByRole('dialog')).toContainText('Leave without saving?')
  await page.keyboard.press('Escape')
  await page.getByLabel('Account number').fill(`PP-${process.pid}`)
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Plum Pantry' })).toBeVisible()

  await page.getByRole('link', { name: 'New contact' }).click()
  const contact = { 'First name': 'Pia', Surname: 'Plum', Email: 'pia@plum.example', 'Website username': riley }
  for (const [label, text] of Object.entries(contact)) await page.getByLabel(label).fill(text)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText("This can't be a username")
  await page.getByLabel('Website username').fill(`PLUM-${process.pid}`)
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Pia Plum' })).toBeVisible()

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Job title').fill('Owner')
  await page.mouse.click(5, 5)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Job title')).toHaveValue('Owner')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Owner at Plum Pantry')).toBeVisible()
})

test('closing a retailer shows the effect on its contacts, and reopening it restores their access', async ({
  page,
  addPerson,
  elsewhere,
  app,
  passwordHash,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('closing.admin') })
  const name = `Sorrel Shop ${process.pid}`
  const retailerId = await addRetailer(app, name)
  const username = `SORREL-${process.pid}`
  await addContact(app, { retailerId, username, passwordHash })
  const shop = await elsewhere()
  await shop.goto('/sign-in')
  await shop.getByLabel('Username').fill(username)
  await shop.getByLabel('Password', { exact: true }).fill('heron-tandem-gravel-58')
  await shop.getByRole('button', { name: 'Sign in' }).click()
  await expect(shop).toHaveURL(/\/shop$/)

  await openAdminSite(page, admin)
  await page.goto(`/admin/retailers/${retailerId}`)
  const setStatus = async (status: string) => {
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect(page.getByRole('dialog')).toContainText('Closing signs its contacts out and keeps them out.')
    await page.getByLabel('Status').selectOption(status)
    await page.getByRole('button', { name: 'Save' }).click()
  }
  await setStatus('Closed')
  await expect(page.getByRole('status')).toContainText('Sessions ended: 1.')
  await expect(page.getByText('This retailer is closed')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: username })).toContainText('Retailer closed')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await shop.reload()
  await expect(shop).toHaveURL(/\/sign-in/)
  await setStatus('Open')
  await expect(page.getByText('This retailer is closed')).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: username })).toContainText('Can sign in')
})

test('an administrator adds, renames and removes a territory that no one has', async ({ page, addPerson }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('territory.admin') })
  await openAdminSite(page, admin)
  await page.getByRole('link', { name: 'Territories' }).click()
  const [first, second] = [`East ${process.pid}`, `West ${process.pid}`]
  const name = async (text: string) => {
    await page.getByLabel('Name of the territory').fill(text)
    await page.getByRole('button', { name: 'Save' }).click()
  }
  await page.getByRole('button', { name: 'New territory' }).click()
  await name(first)
  await page.getByRole('button', { name: `Rename ${first}` }).click()
  await name(second)
  await expect(page.getByRole('button', { name: `Remove ${second}` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Harbour' })).toBeHidden()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: `Remove ${second}` }).click()
  await expect(page.getByRole('status')).toContainText(`The territory ${second} was removed.`)
})

const riley = 'riley.rep@harbourvale.example'
