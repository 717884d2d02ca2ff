import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/browsers/accessible.ts'
import { test } from '../support/browsers/journey.ts'
import { watchNetwork } from '../support/browsers/network-watch.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { fillReset, receiveReset, saveReset, tap } from '../support/people/reset-steps.ts'

const code = (page: Page) => page.getByLabel('Code')
const first = (page: Page) => page.getByLabel('New password', { exact: true })
const second = (page: Page) => page.getByLabel('Confirm new password')
const save = (page: Page) => page.getByRole('button', { name: 'Save New Password' })
const differ = "The two passwords don't match. Type the same one in both fields."

test('J6 1.3.5 the reset screen has three fields that browsers and password managers can fill', async ({
  page,
  app,
  rep,
}) => {
  await page.goto((await receiveReset(app, rep)).path)
  await expect(page.getByRole('textbox')).toHaveCount(3)
  // Password managers save the new password under this username. The user doesn't see the field.
  await expect(page.locator('input[autocomplete=username]')).toHaveValue(rep.username)
  const tokens = [code(page), first(page), second(page)].map(field => field.getAttribute('autocomplete'))
  expect(await Promise.all(tokens)).toEqual(['one-time-code', 'new-password', 'new-password'])
  await expectAccessible(page)
})

test('6.2.7 3.3.8 all three fields accept pasted text, the code in any grouping', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(path)
  const paste = async (text: string) => {
    await page.evaluate(copied => navigator.clipboard.writeText(copied), text)
    await page.keyboard.press('ControlOrMeta+v')
  }
  await code(page).focus()
  await paste(`${digits.slice(0, 3)} ${digits.slice(3)}`)
  await expect(code(page)).toHaveValue(digits)
  for (const field of [first(page), second(page)]) {
    await field.focus()
    await paste(goodPassword)
    await expect(field).toHaveValue(goodPassword)
  }
  await save(page).click()
  await expect(page.getByText('Password saved')).toBeVisible()
})

test('3.2.2 the sixth digit of the code submits nothing and moves no focus', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  const sent = watchNetwork(page)
  await code(page).pressSequentially(digits)
  await expect(code(page)).toBeFocused()
  await expect(code(page)).toHaveValue(digits)
  await expect(page).toHaveURL(path)
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
})

test('6.2.6 a password can be revealed, and is masked again when it is sent', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  await fillReset(page, { code: '12', first: goodPassword })
  const reveal = page.getByRole('button', { name: 'Show password' }).first()
  await expect(reveal).toHaveAttribute('aria-pressed', 'false')
  await reveal.click()
  await expect(first(page)).toHaveAttribute('type', 'text')
  await expect(reveal).toHaveAttribute('aria-pressed', 'true')
  await expect(second(page)).toHaveAttribute('type', 'password')

  await page.evaluate(() => addEventListener('submit', event => event.preventDefault()))
  await save(page).click()
  await expect(first(page)).toHaveAttribute('type', 'password')
  await expect(reveal).toHaveAttribute('aria-pressed', 'false')
})

test('3.3.1 an error appears at the second password when it loses the focus and differs from the first', async ({
  page,
  app,
  rep,
}) => {
  await page.goto((await receiveReset(app, rep)).path)
  await first(page).fill(goodPassword)
  await second(page).pressSequentially('wombat')
  await expect(page.getByText(differ)).toHaveCount(0)
  await second(page).press('Shift+Tab')
  await expect(second(page)).toHaveAccessibleDescription(differ)
  await expect(second(page)).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await second(page).fill(goodPassword)
  await expect(page.getByText(differ)).toHaveCount(0)
  await expect(second(page)).not.toHaveAttribute('aria-invalid')
})

const refusals = [
  { what: 'five digits', code: '12345', at: code, text: 'Enter the 6 digits from the email.' },
  { what: 'two that differ', second: 'wombat', at: second, text: differ },
  { what: 'a weak one', first: 'Summer2024!', at: first, text: 'This password is too easy to guess.' },
  { what: 'a short one', first: 'kx9#', at: first, text: 'The password needs at least 8 characters.' },
  { what: 'a leaked one', first: 'correct horse battery staple', at: first, text: 'a list of leaked passwords' },
  { what: 'none', first: '', at: first, text: 'Choose a new password.' },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(`J8 3.3.1 each error appears at its field ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('and costs neither the code nor an attempt', async ({ page, app, rep }) => {
      const { path, code: digits } = await receiveReset(app, rep)
      await page.goto(path)
      for (const { at, text, first: password = goodPassword, ...typed } of refusals) {
        await saveReset(page, { code: digits, first: password, ...typed })
        await expect(at(page)).toHaveAccessibleDescription(new RegExp(text))
        await expect(at(page)).toHaveAttribute('aria-invalid', 'true')
        await expect(page.getByRole('alert').getByRole('link')).toContainText(text)
        await expect(page).toHaveTitle(/^Error: /)
        await expect(code(page)).toHaveValue(typed.code ?? digits)
        // With scripts nothing that was typed is lost. Without scripts the server never sends a password back.
        await expect(first(page)).toHaveValue(javaScriptEnabled ? password : '')
      }
      const wrong = digits === '000000' ? '000001' : '000000'
      for (const left of ['4 tries are left', '3 tries are left']) {
        await saveReset(page, { code: wrong, first: goodPassword })
        await expect(code(page)).toHaveAccessibleDescription(new RegExp(left))
        await expect(code(page)).toHaveValue(wrong)
      }
      await saveReset(page, { code: digits, first: goodPassword })
      await expect(page.getByText('Password saved')).toBeVisible()
    })
  })
}

test('axe finds no violation on the reset screen with an error, and its summary links to the field', async ({
  page,
  app,
  rep,
}) => {
  await page.goto((await receiveReset(app, rep)).path)
  await saveReset(page, { code: '12', first: 'Summer2024!' })
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('alert').getByRole('link').click()
  await expect(code(page)).toBeFocused()
})

test('a second tap on Save New Password sends nothing more', async ({ page, app, rep }) => {
  const { path, code: digits } = await receiveReset(app, rep)
  await page.goto(path)
  await fillReset(page, { code: digits, first: goodPassword })
  // The message moves the button down.
  await expect(page.locator('.strength-word')).toBeVisible()
  const sent = watchNetwork(page)
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/reset/*', async route => {
    await held
    await route.continue()
  })
  await tap(save(page), { times: 3 })
  release()
  await expect(page.getByText('Password saved')).toBeVisible()
  expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1)
})
