import { expect } from '@playwright/test'
import { test } from '../support/browsers/journey.ts'
import { goodPassword, readResetMail } from '../support/mails/reset-mail.ts'
import { askForMail, saveReset } from '../support/people/reset-steps.ts'

test('an SMTP server that is down delays the email and nothing else', async ({ page, app, rep }) => {
  await app.smtp.goDown()
  const before = app.logged().length
  await askForMail(page, rep.username)
  const isWaiting = () => app.logged().slice(before).includes('mail not accepted')
  await expect.poll(isWaiting).toBe(true)
  await app.smtp.comeUp()
  app.clock.advance(120)

  const { link, code } = readResetMail(await app.smtp.nextMail({ to: rep.username }))
  await page.goto(link)
  await expect(page.getByText('another 10 minutes')).toBeVisible()
  await saveReset(page, { code, first: goodPassword })
  await expect(page.getByText('Password saved')).toBeVisible()
})

test('J3 the email to an inactive user gives the reason, and contains neither link nor code', async ({
  page,
  app,
  addPerson,
}) => {
  const { username } = await addPerson({ isActive: false, hasLicence: false })
  await askForMail(page, username)
  const { subject, text, html } = await app.smtp.nextMail({ to: username })
  expect(subject).toBe('About signing in')
  expect(text).toContain('It is deactivated')
  expect(text).toContain('Ask your administrator')
  expect(text).not.toMatch(/\d{6}|\/reset\//)
  expect(html).not.toMatch(/href=|\/reset\//)
})
