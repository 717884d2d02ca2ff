import { expect, type Page } from '@playwright/test'
import { expectReflow, listOverflowing } from '../support/browsers/accessible.ts'
import { phone, test } from '../support/browsers/journey.ts'
import { goodPassword } from '../support/mails/reset-mail.ts'
import { endings, receiveObjection } from '../support/people/ended-links.ts'
import { askForMail, askForOption, receiveReset, saveReset, signIn, submit } from '../support/people/reset-steps.ts'

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused
    return label?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
  })

async function walkByTab(page: Page, stops: number): Promise<string[]> {
  const names: string[] = []
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    names.push(await focusedName(page))
  }
  return names
}

test('2.4.3 the Tab key moves through the reset screen in reading order', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  const [reveal, save] = ['Show password', 'Save New Password']
  const expected = ['Code', 'New password', reveal, 'Confirm new password', reveal, save]
  expect(await walkByTab(page, 6)).toEqual(expected)
})

test('2.4.3 the option comes after the button above it in the focus order', async ({ page, rep }) => {
  await askForOption(page, rep.username)
  expect(await walkByTab(page, 4)).toEqual(['Password', 'Show password', 'Sign in', 'Reset password'])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`2.4.7 2.4.11 every focused element has a visible, uncovered ring (${colorScheme})`, async ({ page, rep }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page, rep)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
    // A key pressed during loading moves no focus.
    await page.waitForLoadState()
    for (let stop = 0; stop < 9; stop++) {
      await page.keyboard.press('Tab')
      const ring = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused)
        const { left, top, width, height } = focused.getBoundingClientRect()
        const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
        const isSeen = onTop !== null && (focused.contains(onTop) || onTop.contains(focused))
        return { outline: `${outlineStyle} ${outlineWidth} ${outlineColor}`, isSeen, height }
      })
      const accent = colorScheme === 'light' ? 'rgb(11, 107, 80)' : 'rgb(76, 201, 160)'
      expect(ring).toMatchObject({ outline: `solid 3px ${accent}`, isSeen: true })
      expect(ring.height).toBeGreaterThanOrEqual(44)
    }
  })
}

/** Text at twice its size, as set for the browser. */
const doubleText = () => {
  document.documentElement.style.fontSize = '212.5%'
}

/** The spacing of WCAG 1.4.12, as set by a user style sheet. */
const spaceText = () => {
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    element.style.lineHeight = '1.5'
    element.style.letterSpacing = '0.12em'
    element.style.wordSpacing = '0.16em'
    if (element.localName === 'p') element.style.marginBlockEnd = '2em'
  }
}

for (const [what, change] of Object.entries({ '1.4.4 text at 200 %': doubleText, '1.4.12 wide spacing': spaceText })) {
  test(`${what} hides nothing and needs no horizontal scrolling`, async ({ page, app, rep }) => {
    const { path } = await receiveReset(app, rep)
    const expectWhole = async () => {
      await page.evaluate(change)
      for (const width of [390, 820]) {
        await page.setViewportSize({ width, height: 844 })
        await expect.poll(() => listOverflowing(page), { message: `${await page.title()} at ${width} px` }).toEqual([])
      }
      await page.setViewportSize(phone)
    }
    await page.goto(path)
    await saveReset(page, { code: '12', first: 'Summer2024!' })
    await page.getByLabel('New password', { exact: true }).fill(goodPassword)
    await expect(page.locator('.strength-word')).toBeVisible()
    await expectWhole()
    await askForOption(page, rep.username)
    await page.getByRole('button', { name: 'Reset password' }).click()
    await expect(page.getByRole('button', { name: 'OK' })).toBeVisible()
    await expectWhole()
    await signIn(page, rep)
    await expectWhole()
  })
}

test('1.3.4 nothing is hidden on a phone in landscape', async ({ page, app, rep }) => {
  await page.goto((await receiveReset(app, rep)).path)
  await page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(() => listOverflowing(page)).toEqual([])
  await askForOption(page, rep.username)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.getByRole('button', { name: 'OK' })).toBeInViewport({ ratio: 1 })
})

test('1.4.10 a name of 60 letters without a break fits a screen 320 px wide', async ({ page, app, addPerson }) => {
  const long = await addPerson({ username: `${'w'.repeat(60)}@${'harbourvale'.repeat(4)}.example` })
  await askForMail(page, long.username)
  await expectReflow(page)
  await askForOption(page, long.username)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.getByRole('button', { name: 'OK' })).toBeVisible()
  await expectReflow(page)
  await page.goto((await receiveReset(app, await addPerson({ username: `m${long.username}` }))).path)
  await expectReflow(page)
  await signIn(page, long)
  await expectReflow(page)
})

test('buttons, fields, bars and messages keep an edge in forced colours', async ({ page, app, rep }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto((await receiveReset(app, rep)).path)
  await saveReset(page, { code: '12', first: goodPassword })
  await page.getByLabel('New password', { exact: true }).fill(goodPassword)
  await expect(page.locator('.strength-word')).toHaveText('Good')
  for (const part of ['.button', '.input', '.notice', '.strength-bar']) {
    const border = await page
      .locator(part)
      .first()
      .evaluate(element => getComputedStyle(element).borderTopWidth)
    expect(border, part).not.toBe('0px')
  }
  const fills = await page
    .locator('.strength-bar')
    .evaluateAll(bars => bars.map(bar => getComputedStyle(bar).backgroundColor))
  expect(new Set(fills.slice(0, 3)).size).toBe(1)
})

test('2.3.3 nothing moves when the user prefers reduced motion', async ({ page, rep }) => {
  const motionOf = () =>
    page.locator('dialog').evaluate(dialog => {
      const button = getComputedStyle(dialog.querySelector('button') ?? dialog)
      const [transition] = button.transitionDuration.split(',')
      return { animation: getComputedStyle(dialog).animationName, transition }
    })
  await askForOption(page, rep.username)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.getByRole('button', { name: 'OK' })).toBeVisible()
  expect(await motionOf()).toEqual({ animation: 'appear', transition: '0.14s' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motionOf()).toEqual({ animation: 'none', transition: '0s' })
})

test('2.4.2 3.2.6 every page has its own title, and the same help in the same place', async ({
  page,
  app,
  rep,
  addPerson,
}) => {
  const titles: string[] = []
  const look = async () => {
    titles.push(await page.title())
    await expect(page.locator('main + footer')).toContainText('Call the office')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
  await page.goto('/sign-in')
  await look()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveTitle(/^Error/)
  await look()
  await askForMail(page, rep.username)
  await look()
  await page.goto((await receiveReset(app, await addPerson())).path)
  await look()
  for (const how of ['used', 'expired', 'exhausted'] as const) {
    await page.goto((await endings[how]?.bring(app, await addPerson())) ?? '')
    await look()
  }
  const careful = await addPerson()
  await endings.used?.bring(app, careful)
  await page.goto(await receiveObjection(app, careful))
  await look()
  await submit(page, "It wasn't me: lock it")
  await look()
  await page.goto(`/reset/${'A'.repeat(43)}`)
  await look()
  await page.goto('/nowhere')
  await look()
  await signIn(page, rep)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
  await look()
  expect(new Set(titles).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/^\S.* · Harbour & Vale Wholesale$/)
})
