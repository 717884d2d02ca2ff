import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { buildQuestion, createAppDevice, takeTokens } from '../support/servers/app-sign-in.ts'

/** A third-party app on another origin that shows the parameters of its callback. */
async function startForeignApp() {
  const server = createServer((_request, response) => response.end('<h1>Back at the app</h1>')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => server.close() }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a user signs in to an app on another origin, and is asked whether to continue the next time', async ({
      page,
      app,
      rep,
    }) => {
      const foreign = await startForeignApp()
      const clientId = javaScriptEnabled ? 'scan-app' : 'scan-app-plain'
      const redirectUri = `${foreign.origin}/back`
      const client = { id: clientId, name: 'the scan app', redirectUris: [redirectUri], startUrl: null }
      await app.actions.addClient({ client: { ...client, admits: ['device'] }, by: { actor: 'command-line' } })
      const device = await createAppDevice(app, { clientId, redirectUri })

      await page.goto(await buildQuestion(device))
      await expect(page.getByText('Then you go on to the scan app.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Username').fill(rep.username)
      await page.getByLabel('Password', { exact: true }).fill('not-the-password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText("username and password don't match")).toBeVisible()
      await page.getByLabel('Password', { exact: true }).fill(rep.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Back at the app' })).toBeVisible()
      const first = await takeTokens(device, { location: page.url() })

      const again = await createAppDevice(app, { clientId, redirectUri })
      await page.goto(await buildQuestion(again))
      await expect(page.getByRole('heading', { name: 'Go on as Robin Marlow?' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Go on' }).click()
      await expect(page.getByRole('heading', { name: 'Back at the app' })).toBeVisible()
      expect((await takeTokens(again, { location: page.url() })).claims()?.sub).toBe(first.claims()?.sub)

      await page.goto(await buildQuestion(await createAppDevice(app, { clientId, redirectUri })))
      await page.getByRole('link', { name: 'Sign in as someone else' }).click()
      const sam = 'sam.scan@harbourvale.example'
      await page.getByLabel('Username').fill(sam)
      await page.getByLabel('Password', { exact: true }).fill(app.passwordOf(sam))
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: "This isn't your app" })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      foreign.stop()
    })
  })
}
