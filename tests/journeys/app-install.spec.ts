import { expect } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { giveTerritory, signInToRepApp } from '../support/browsers/rep-app.ts'

test('the browser finds nothing missing for an installation, and its offer becomes a button', async ({
  page,
  context,
  app,
  rep,
}) => {
  await giveTerritory(app, rep)
  await signInToRepApp(page, rep)
  const cdp = await context.newCDPSession(page)
  const listMissing = async () => (await cdp.send('Page.getInstallabilityErrors')).installabilityErrors
  // Each test has a private window, which installs nothing.
  await expect.poll(async () => (await listMissing()).map(({ errorId }) => errorId)).toEqual(['in-incognito'])
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Install the app' })).toHaveCount(0)
  const offer = () =>
    page.evaluate(() => {
      const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: async () => document.documentElement.setAttribute('data-asked', 'yes'),
      })
      dispatchEvent(event)
      return event.defaultPrevented
    })
  expect(await offer()).toBe(true)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await offer()
  await page.getByRole('link', { name: 'Sync Status', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Not now' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Install', exact: true }).click()
  await expect(page.locator('html[data-asked="yes"]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Install', exact: true })).toHaveCount(0)
})

test.describe('in Safari on an iPad', () => {
  test.use({
    hasTouch: true,
    viewport: { width: 820, height: 1180 },
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  })

  test('the app shows the steps to the home screen, until it is installed', async ({ page, context, app, rep }) => {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: location.hash === '#installed' })
      Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 })
    })
    await giveTerritory(app, rep)
    await signInToRepApp(page, rep)
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    const steps = page.getByRole('region', { name: 'Install the app' })
    await expect(steps.getByRole('listitem')).toHaveCount(4)
    await expect(steps).toContainText('Tap Share at the top of Safari')
    await expectAccessible(page)
    await page.goto('/app#installed')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
    await expect(steps).toHaveCount(0)
  })
})
