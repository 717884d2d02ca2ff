import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { readResetMail } from '../support/mails/reset-mail.ts'
import { saveReset, signIn } from '../support/people/reset-steps.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a new user opens the invitation, chooses a password and signs in', async ({ page, app, addPerson }) => {
      const { username } = await addPerson({ passwordHash: null })
      const asker = { askedBy: 'command-line' } as const
      await app.actions.requestReset({ accountId: await app.accountId(username), purpose: 'invitation', asker })
      const { path, code } = readResetMail(await app.smtp.nextMail({ to: username }))
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'Choose your password' })).toBeVisible()
      await expect(page.getByText(`For ${username}`)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await saveReset(page, { code, first: 'heron', second: 'heron' })
      await expect(page.getByText('needs at least 8 characters').first()).toBeVisible()
      await saveReset(page, { code, first: 'heron-tandem-gravel-58' })
      await expect(page.getByText('Password saved')).toBeVisible()
      await signIn(page, { username, password: 'heron-tandem-gravel-58' })
      await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible()
    })
  })
}
