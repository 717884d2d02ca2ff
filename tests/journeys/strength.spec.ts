import { expect, type Page } from '@playwright/test'
import { passwordContextOf } from '../../server/platform/passwords/password-context.ts'
import { LABEL_WORDS } from '../../shared/strength/words.ts'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { type Person, test } from '../support/browsers/journey.ts'
import { watchNetwork } from '../support/browsers/network-watch.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { receiveReset } from '../support/people/reset-steps.ts'
import type { TestApp } from '../support/servers/app.ts'

const field = (page: Page) => page.getByLabel('New password', { exact: true })
const meter = (page: Page) => page.locator('.strength')
const word = (page: Page) => page.locator('.strength-word')
const words = Object.values(LABEL_WORDS)

const typed = [
  ...['12345678', 'Robin Marlow', 'heron tandem', 'tulip7market', 'gravel.otter7', 'my otter gravel', 'Otter*gravel4'],
  ...['wombat lantern cot', 'gravel tandem heron', 'pf otter gravel', 'wombat otter gravel lantern kettle'],
]
const excellent = 'wombat-otter-gravel-lantern-kettle-58'

/** The estimate of the server, with the words that the reset page may contain. */
function judge({ ground }: TestApp, { username }: Person, password: string): string {
  const context = passwordContextOf({ names: [], emails: [username], companyWords: ['Harbour & Vale Wholesale'] })
  return LABEL_WORDS[ground.rule.judge(password, context).estimate.label]
}

test('J7 6.2.4 the strength rises from Poor to Excellent during typing, and matches the server', async ({
  page,
  app,
  rep,
}) => {
  await page.goto((await receiveReset(app, rep)).path)
  await expect(meter(page)).toBeHidden()
  for (const expected of words) {
    const password = typed.find(one => judge(app, rep, one) === expected)
    expect(password, `a password that is ${expected}`).toBeDefined()
    await field(page).fill(password ?? '')
    await expect(word(page)).toHaveText(expected)
    await expect(page.locator('.strength-sentence')).toHaveText(/^[A-Z].{10,}\.$/)
    await expectAccessible(page)
  }
  await field(page).fill('')
  await expect(meter(page)).toBeHidden()
})

test('4.1.3 the strength is announced when typing pauses', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  const status = page.locator('#newPassword-strength[role=status][aria-atomic=true]')
  await expect(status).toBeEmpty()
  await field(page).fill(excellent)
  await expect(status).toHaveText(/^Excellent\. /)
})

test('6.1.2 the username, the company and the product add no strength', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  for (const password of [rep.username, 'Harbour&Vale2025', 'fieldkey-fieldkey']) {
    await field(page).fill(password)
    await expect(word(page)).toHaveText(/Poor|Weak/)
    await expect(page.locator('.strength-sentence')).toHaveText(/(?:don't|doesn't) add strength|adds? no strength/)
  }
})

test('6.2.12 a leaked password is Weak during typing, however strong it looks', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  await field(page).fill('correct horse battery staple')
  await expect(word(page)).toHaveText('Weak')
  await expect(page.locator('.strength-sentence')).toContainText('leaked')
})

test('no dictionary is downloaded before New password has the focus, and typed text is never sent', async ({
  page,
  app,
  rep,
}) => {
  const { path, code } = await receiveReset(app, rep)
  const sent = watchNetwork(page)
  await page.goto(path)
  await page.getByLabel('Code').fill(code)
  await page.waitForLoadState('networkidle')
  expect(sent.filter(one => /^\/strength\/|meter|worker/.test(one.path))).toEqual([])

  sent.length = 0
  await field(page).pressSequentially(excellent)
  await expect(word(page)).toHaveText('Excellent')
  await page.waitForLoadState('networkidle')
  const ours = /^\/assets\/[\w.-]+\.js$|^\/strength\/dictionaries[\w.-]*\.json$|^\/strength\/leaked\/[0-9a-f]{3}$/
  expect(sent.filter(one => one.method !== 'GET' || !ours.test(one.path))).toEqual([])
  expect(sent.map(one => one.path)).toContainEqual(expect.stringMatching(/leaked/))
  const pieces = excellent.split('-')
  expect(sent.filter(one => pieces.some(piece => piece.length > 2 && one.text.includes(piece)))).toEqual([])
})

test('saving works even if the dictionaries cannot be downloaded', async ({ page, app, rep }) => {
  await page.route('**/strength/**', route => route.abort())
  const { path, code } = await receiveReset(app, rep)
  await page.goto(path)
  await page.getByLabel('Code').fill(code)
  await field(page).fill(goodPassword)
  await page.getByLabel('Confirm new password').fill(goodPassword)
  await page.getByRole('button', { name: 'Save New Password' }).click()
  await expect(page.getByText('Password saved')).toBeVisible()
})
