import { expect, type Page } from '@playwright/test'
import { fullRightsRoleId } from '../../server/people/roles/full-rights-role.ts'
import { expectAccessible, listOverflowing } from '../support/browsers/accessible.ts'
import { openAdminSite } from '../support/browsers/admin-site.ts'
import { test } from '../support/browsers/journey.ts'
import { readResetMail } from '../support/mails/reset-mail.ts'
import { submit } from '../support/people/reset-steps.ts'
import { addTerritory } from '../support/people/retailers.ts'

const desk = { width: 1180, height: 820 }
test.use({ viewport: desk })

const administrator = { userType: 'admin', roleId: fullRightsRoleId } as const
let people = 0
const nameOf = (what: string) => `${what}-u${++people}-${process.pid}@harbourvale.example`

async function search(page: Page, text: string): Promise<void> {
  await page.getByLabel('Search').fill(text)
  await expect(page.getByRole('status')).toHaveText('1 user')
}

test('J12 by keyboard alone, an administrator finds a user and sends a password reset, and the email arrives', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep'), givenName: 'Wilma', familyName: 'Teasel' })
  await openAdminSite(page, admin)
  await page.getByLabel('Search').focus()
  await page.keyboard.type(person.username.slice(0, 12))
  await expect(page.getByRole('status')).toHaveText('1 user')
  await page.getByRole('link', { name: person.username }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Wilma Teasel' })).toBeVisible()

  await page.getByRole('button', { name: 'More options' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Reset Password' })).toBeFocused()
  await page.keyboard.press('Enter')
  const popup = page.getByRole('dialog')
  await expect(popup).toContainText(person.username)
  await expect(popup.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText(`An email to ${person.username} is on its way`)

  const mail = await app.smtp.nextMail({ to: person.username })
  const { path, code } = readResetMail(mail)
  expect(mail.text).toMatch(/administrator/i)
  await page.reload()
  await expect(page.getByText('Reset requested')).toBeVisible()
  const shown = await page.content()
  expect(shown).not.toContain(code)
  expect(shown).not.toContain(path)
})

test('the search box follows the address: a link to the complete list empties it, and the Back button fills it again', async ({
  page,
  addPerson,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  await openAdminSite(page, admin)
  const box = page.getByLabel('Search')
  await search(page, person.username)
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click()
  await expect(page).toHaveURL(/\/users$/)
  await expect(box).toHaveValue('')
  await page.goBack()
  await expect(page.getByRole('status')).toHaveText('1 user')
  await expect(box).toHaveValue(person.username)
})

test('Cancel and Escape leave a user unchanged', async ({ page, addPerson, app }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  for (const leave of ['Cancel', 'Escape']) {
    await page.getByRole('button', { name: 'Deactivate' }).click()
    await expect(page.getByRole('dialog')).toContainText('signed out everywhere')
    if (leave === 'Cancel') await page.getByRole('button', { name: 'Cancel' }).click()
    else await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.reload()
  await expect(page.getByText('Can sign in', { exact: true })).toBeVisible()
})

test('the page shows why a user cannot sign in, with the button that fixes it, and an old session must confirm the password', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep'), givenName: 'Ines', familyName: 'Sorrel' })
  await openAdminSite(page, admin)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await page.getByRole('button', { name: 'Deactivate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText("Ines Sorrel can't sign in: the account is deactivated.")).toBeVisible()

  app.clock.advance(11 * 60)
  await page.getByRole('button', { name: 'Reactivate' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reactivate' }).click()
  const proof = page.getByRole('dialog', { name: 'Is it still you?' })
  await proof.getByLabel('Your password').fill('not it')
  await proof.getByRole('button', { name: 'Confirm' }).click()
  await expect(proof).toContainText("This isn't your current password.")
  await proof.getByLabel('Your password').fill(admin.password)
  await proof.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('Can sign in', { exact: true })).toBeVisible()
})

test('search, filter, sort and page are in the URL, so that Reload and Back keep them', async ({ page, addPerson }) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('scan'), userType: 'scan' })
  await openAdminSite(page, admin)
  await page.getByLabel('User type').selectOption('scan')
  await search(page, person.username)
  await page.getByRole('button', { name: 'Username' }).click()
  await expect(page).toHaveURL(/order=descending/)
  await page.getByRole('link', { name: person.username }).click()
  await page.goBack()
  await page.reload()
  await expect(page.getByLabel('Search')).toHaveValue(person.username)
  await expect(page.getByLabel('User type')).toHaveValue('scan')
  await expect(page.getByRole('columnheader', { name: 'Username' })).toHaveAttribute('aria-sort', 'descending')
})

test('by keyboard alone, an administrator adds a user, sees missing fields, keeps the input, and the invitation arrives', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const username = nameOf('fresh')
  await openAdminSite(page, admin)
  const press = async (name: string, role: 'button' | 'link' = 'button') => {
    await page.getByRole(role, { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await press('New user', 'link')
  await page.getByLabel('Username').focus()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Fern')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Enter the surname.')
  await press('Back to all users', 'link')
  await expect(page.getByRole('dialog')).toContainText('Leave without saving?')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Username')).toHaveValue(username)
  await page.getByLabel('Surname').focus()
  await page.keyboard.type('Yarrow')
  const emailTo = `fern${'n'.repeat(50)}@yarrow`
  await page.getByLabel('Email to').fill(`${emailTo}.con`)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByText(`Did you mean ${emailTo}.com?`)).toBeVisible()
  await expect.poll(() => listOverflowing(page)).toEqual([])
  await press('Use this address')
  await expect(page.getByLabel('Email to')).toHaveValue(`${emailTo}.com`)
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await press('Save')
  await expect(page.getByRole('heading', { name: `${username} is added.` })).toBeVisible()
  await press('Send the invitation now')
  await expect(page.getByRole('status')).toContainText('is on its way')
  const { path } = readResetMail(await app.smtp.nextMail({ to: username }))
  expect(path).toMatch(/^\/invite\//)
  await press('Go to the user', 'link')
  await expect(page.getByText("Fern Yarrow can't sign in yet: no password has been chosen.")).toBeVisible()
})

test('an administrator edits a user, and a click outside the dialog loses nothing', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep') })
  await openAdminSite(page, admin)
  const territory = `Shore ${process.pid}`
  await addTerritory(app, territory)
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('checkbox', { name: territory }).check()
  await page.getByLabel('Surname').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Enter the surname.')).toBeVisible()
  await page.getByLabel('Surname').fill('Bracken')
  await page.mouse.click(5, 5)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Surname')).toHaveValue('Bracken')
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Robin Bracken' })).toBeVisible()
  await expect(page.getByText('Details changed')).toBeVisible()
  await expect(page.getByRole('row', { name: `Territories ${territory}` })).toBeVisible()
})

test('the admin site redirects visitors without a session, and tells users without rights where to go', async ({
  page,
  rep,
  addPerson,
}) => {
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.getByLabel('Username').fill(rep.username)
  await page.getByLabel('Password', { exact: true }).fill(rep.password)
  await submit(page, 'Sign in')
  await expect(page).toHaveURL(/\/admin\/?$/)
  await expect(page.getByRole('alert')).toContainText('This site is for administrators')
  const reader = await addPerson({ userType: 'admin', username: nameOf('reader') })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill(reader.username)
  await page.getByLabel('Password', { exact: true }).fill(reader.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Admin site' }).click()
  await expect(page.getByText('Your role includes nothing')).toBeVisible()
  await page.goto('/admin/users')
  await expect(page.getByRole('alert')).toContainText('You may not do this')
})

test('axe finds no violation on list, details, menu and dialogs, and nothing overflows', async ({
  page,
  addPerson,
  app,
}) => {
  const admin = await addPerson({ ...administrator, username: nameOf('admin') })
  const person = await addPerson({ username: nameOf('rep'), isActive: false })
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  await openAdminSite(page, admin)
  await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(desk)
  await expect.poll(() => listOverflowing(page)).toEqual([])
  await page.goto(`/admin/users/${await app.accountId(person.username)}`)
  await page.getByRole('button', { name: 'More options' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Reset Password' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'End all sessions' }).click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.goto('/admin/nothing')
  await page.getByRole('heading', { name: 'Page not found' }).waitFor()
  await expectAccessible(page)
  expect(problems).toEqual([])
})
