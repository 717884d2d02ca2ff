import { type CDPSession, expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { type Person, test } from '../support/browsers/journey.ts'
import { giveTerritory } from '../support/browsers/rep-app.ts'
import { submit } from '../support/people/reset-steps.ts'
import { addAuthenticator, codeOf, setPolicy } from '../support/people/second-step.ts'
import type { TestApp } from '../support/servers/app.ts'

test.afterEach(({ app }) => setPolicy(app, 'device', 'offered'))

async function signIn(page: Page, person: Person) {
  await page.goto('/sign-in')
  await fill(page, person)
}

async function fill(page: Page, { username, password }: Person) {
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await submit(page, 'Sign in')
}

/** A passkey device that confirms by itself, as after a finger on the sensor. */
async function addDevice(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return cdp
}

async function addPasskey(page: Page, name: string) {
  await page.goto('/account/second-step')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
}

test('a person who must have a second step scans a key at the sign-in, and keeps the recovery codes', async ({
  page,
  app,
  rep,
}) => {
  await setPolicy(app, 'device', 'required')
  await signIn(page, rep)
  await expect(page.getByRole('heading', { name: 'Set up your second step' })).toBeVisible()
  await expectAccessible(page)
  const key = (await page.locator('.key').textContent()) ?? ''
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key, app.clock.now()))
  await submit(page, 'Save second step')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  await expect(page.locator('.codes li')).toHaveCount(10)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a code completes the sign-in, and a wrong one says what to do', async ({ page, app, rep }) => {
      const authenticator = await addAuthenticator(app, rep.username)
      await signIn(page, rep)
      await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
      await page.getByLabel('Code', { exact: true }).fill('123 456')
      await submit(page, 'Sign in')
      await expect(page.getByRole('alert')).toContainText("This code isn't right")
      await page.getByLabel('Code', { exact: true }).fill(authenticator.next())
      await submit(page, 'Sign in')
      await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
    })
  })
}

test("the rep's app asks for the code in its own sign-in, and learns how the person signed in", async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  const authenticator = await addAuthenticator(app, rep.username)
  await page.goto('/app')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await fill(page, rep)
  await page.getByLabel('Code', { exact: true }).fill(authenticator.next())
  await submit(page, 'Sign in')
  await expect(page.getByRole('heading', { name: /^(?:Home|Sync Status)$/, level: 1 })).toBeVisible()
})

test('a passkey is added by a person who is signed in, and signs in by its button, in the app too', async ({
  page,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await addDevice(page)
  await signIn(page, rep)
  await addPasskey(page, 'Work phone')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  await page.getByRole('link', { name: 'Done' }).click()
  await expect(page.getByText('Work phone', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await signOut(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(await methodsOf(app, rep)).toEqual(['hwk', 'user', 'mfa'])
  await signOut(page)
  await page.goto('/app')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: /^(?:Home|Sync Status)$/, level: 1 })).toBeVisible()
})

test('a passkey that the browser suggests on the username field signs in', async ({ page, app, rep }) => {
  const cdp = await addDevice(page)
  await signIn(page, rep)
  await addPasskey(page, 'Tablet')
  await page.getByRole('link', { name: 'Done' }).click()
  await signOut(page)
  // The device answers the suggestion by itself.
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(await methodsOf(app, rep)).toContain('mfa')
  await cdp.detach()
})

test('a removed passkey signs in no more, and the form says what to do', async ({ page, rep }) => {
  const cdp = await addDevice(page)
  await signIn(page, rep)
  await addPasskey(page, 'Old phone')
  await page.getByRole('link', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Remove the passkey Old phone' }).click()
  await expect(page.getByText('It signs no one in any more.')).toBeVisible()
  await signOut(page)
  await expect(page.getByRole('alert')).toContainText("That passkey doesn't sign in here")
  await cdp.detach()
})

async function signOut(page: Page) {
  await page.goto('/account')
  await submit(page, 'Sign out')
}

async function methodsOf(app: TestApp, { username }: Person): Promise<string[]> {
  const { rows } = await app.database.pool.query(
    'select methods from sessions where account_id = $1 order by created_at desc limit 1',
    [await app.accountId(username)],
  )
  return rows[0]?.methods
}
