import { expect } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { goodPassword, readResetMail } from '../support/mails/reset-mail.ts'
import { askForMail, receiveReset, saveReset, signIn } from '../support/people/reset-steps.ts'

test('J6 a reset link requested on one device works on another', async ({ page, app, rep, elsewhere }) => {
  await askForMail(page, rep.username)
  const { link, code } = readResetMail(await app.smtp.nextMail({ to: rep.username }))
  const tablet = await elsewhere({ viewport: { width: 820, height: 1180 }, javaScriptEnabled: false })
  await tablet.goto(link)
  await saveReset(tablet, { code, first: goodPassword })
  await expect(tablet.getByText('Password saved')).toBeVisible()
  await signIn(page, { ...rep, password: goodPassword })
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('a mail scanner that opens the link first with HEAD, GET and a browser does not use it up', async ({
  page,
  app,
  rep,
  elsewhere,
}) => {
  const { path, code } = await receiveReset(app, rep)
  const scanner = app.visitor()
  for (let time = 0; time < 3; time++) expect((await scanner.head(path)).status).toBe(200)
  for (let time = 0; time < 5; time++) expect((await scanner.get(path)).status).toBe(200)
  const robot = await elsewhere()
  await robot.goto(path, { waitUntil: 'networkidle' })
  await robot.close()

  await page.goto(path)
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
  const notice = await app.smtp.nextMail({ to: rep.username })
  const [objection = ''] = /\/objection\/[\w-]{43}/.exec(notice.text) ?? []
  await scanner.head(objection)
  await scanner.get(objection)
  await signIn(page, { ...rep, password: goodPassword })
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('the first of two tabs saves the password, and the second shows that the link is used', async ({
  page,
  context,
  app,
  rep,
}) => {
  const { path, code } = await receiveReset(app, rep)
  const second = await context.newPage()
  await page.goto(path)
  await second.goto(path)
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
  await saveReset(second, { code, first: 'lantern-kettle-walrus-91' })
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('This link has been used')
  await signIn(page, { ...rep, password: goodPassword })
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('the Back button after saving shows a used link and no password', async ({ page, app, rep }) => {
  const { path, code } = await receiveReset(app, rep)
  await page.goto(path)
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has been used')
  expect(await page.content()).not.toContain(goodPassword)
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.getByText('Password saved')).toHaveCount(0)
})

test('7.4.1 the Back button after sign-out shows nothing of the account', async ({ page, rep }) => {
  await signIn(page, rep)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Signed out', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  expect(await page.content()).not.toContain('Where you are signed in')
})
