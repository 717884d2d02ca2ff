import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { type Person, test } from '../support/browsers/journey.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import type { ReceivedMail } from '../support/mails/smtp.ts'
import { receiveObjection } from '../support/people/ended-links.ts'
import { readNextReset, receiveReset, saveReset, signIn } from '../support/people/reset-steps.ts'

const heading = 'h1'

const isAlertAbout = ({ to, subject, text }: ReceivedMail, { username }: Person) =>
  to.startsWith('ava.admin@') && subject === 'Someone disputed a password change' && text.includes(` ${username} `)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('J10 a user who did not change the password ends all sessions, and a new email restores access', async ({
      page,
      app,
      rep,
      elsewhere,
    }) => {
      const { path, code } = await receiveReset(app, rep)
      const thief = await elsewhere()
      await thief.goto(path)
      await saveReset(thief, { code, first: goodPassword })
      await thief.waitForURL('/sign-in')
      await signIn(thief, { ...rep, password: goodPassword })
      await expect(thief.locator(heading)).toHaveText('Your account')

      await page.goto(await receiveObjection(app, rep))
      await expect(page.locator(heading)).toHaveText("Wasn't it you?")
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: "It wasn't me" }).click()
      await expect(page.locator(heading)).toHaveText('Your account is locked')
      if (javaScriptEnabled) await expectAccessible(page)
      await thief.goto('/account')
      await expect(thief.locator(heading)).toHaveText('Sign in')
      await signIn(thief, { ...rep, password: goodPassword })
      await expect(thief.getByText("username and password don't match")).toBeVisible()
      await expect.poll(() => app.smtp.received.some(mail => isAlertAbout(mail, rep))).toBe(true)

      app.clock.advance(61)
      await app.visitor().post('/reset', { username: rep.username })
      const again = await readNextReset(app, rep)
      await page.goto(again.path)
      await saveReset(page, { code: again.code, first: 'lantern-kettle-walrus-91' })
      await page.waitForURL('/sign-in')
      await signIn(page, { ...rep, password: 'lantern-kettle-walrus-91' })
      await expect(page.locator(heading)).toHaveText('Your account')
    })
  })
}

test('J10 the link in a notice works once and for 7 days, and says whether it was used or has expired', async ({
  page,
  app,
  rep,
}) => {
  const first = await receiveReset(app, rep)
  await page.goto(first.path)
  await saveReset(page, { code: first.code, first: goodPassword })
  await page.waitForURL('/sign-in')
  const objection = await receiveObjection(app, rep)
  await page.goto(objection)
  await page.getByRole('link', { name: 'It was me' }).click()
  await signIn(page, { ...rep, password: goodPassword })
  await expect(page.locator(heading)).toHaveText('Your account')

  await page.goto(objection)
  await page.getByRole('button', { name: "It wasn't me" }).click()
  await expect(page.locator(heading)).toHaveText('Your account is locked')
  await page.goto(objection)
  await expect(page.locator(heading)).toHaveText('This link has been used')
  await expectAccessible(page)

  app.clock.advance(61)
  const second = await receiveReset(app, rep)
  await page.goto(second.path)
  await saveReset(page, { code: second.code, first: 'lantern-kettle-walrus-91' })
  await expect(page.getByText('Password saved')).toBeVisible()
  const old = await receiveObjection(app, rep)
  app.clock.advance(7 * 24 * 3600)
  await page.goto(old)
  await expect(page.locator(heading)).toHaveText('This link has expired')
  await expectAccessible(page)
})
