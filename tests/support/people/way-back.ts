import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from '../browsers/journey.ts'
import type { TestApp } from '../servers/app.ts'
import { readNextReset } from './reset-steps.ts'

/** The effort of a user: taps, typed keys, and the words of each page that was opened. */
export type Effort = { taps: number; keys: number; words: number; pages: string[] }

const newEffort = (): Effort => ({ taps: 0, keys: 0, words: 0, pages: [] })

/** Acts as a user does, and counts. The phone's Next and Go keys belong to the keyboard, so they count as typing. */
export function createCountedUser(page: Page) {
  const effort = newEffort()
  return {
    effort,
    async tap(target: Locator): Promise<void> {
      effort.taps++
      await target.click()
    },
    /** Taps outside our pages, such as in the mail app. */
    tapElsewhere(): void {
      effort.taps++
    },
    async type(text: string): Promise<void> {
      effort.keys += text.length
      await page.keyboard.type(text)
    },
    async press(key: string): Promise<void> {
      effort.keys++
      await page.keyboard.press(key)
    },
    /** Waits for the heading of a page and reads everything on the page. */
    async read(heading: string): Promise<void> {
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text isn't read.
      const text = await page.evaluate(() => (document.querySelector('dialog') ?? document.body).innerText)
      effort.words += countWords(text)
      effort.pages.push(heading)
    },
    readEmail(text: string): void {
      effort.words += countWords(text)
      effort.pages.push('email')
    },
  }
}

const countWords = (text: string) => text.split(/\s+/).filter(word => /\w/.test(word)).length

type CountedUser = ReturnType<typeof createCountedUser>
type Walk = { page: Page; app: TestApp; rep: Person; user: CountedUser; newPassword: string }

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** From the form, with the username filled in, to the sign-in with the new password. The email is read on the same device. */
export async function resetOnForm({ page, app, rep, user, newPassword }: Walk, hasScripts: boolean): Promise<void> {
  await user.read('Sign in')
  if (!hasScripts) {
    await user.tap(button(page, 'Forgotten your password?'))
    await user.read('Sign in')
  }
  await user.tap(button(page, 'Reset password'))
  await user.read('Send a reset email to this address?')
  await user.tap(button(page, 'OK'))
  await user.read('Check your email')
  const { link, code } = await readNextReset(app, rep)
  user.readEmail(app.smtp.received.findLast(({ to }) => to === rep.username)?.text ?? '')
  // The email in the list of the mail app, and the link in it.
  user.tapElsewhere()
  user.tapElsewhere()
  await page.goto(link)
  await user.read('Choose a new password')
  await user.tap(page.getByLabel('Code'))
  await user.type(code)
  await user.press(hasScripts ? 'Enter' : 'Tab')
  await user.type(newPassword)
  await goToConfirmation({ page, user }, hasScripts)
  await user.type(newPassword)
  await user.tap(button(page, 'Save New Password'))
  await user.read('Sign in')
  await user.tap(page.getByLabel('Password', { exact: true }))
  await user.type(newPassword)
  await user.tap(button(page, 'Sign in'))
}

/** The Next key of the keyboard. With a hardware keyboard and without scripts it is Tab, past the reveal button or not. */
async function goToConfirmation({ page, user }: Pick<Walk, 'page' | 'user'>, hasScripts: boolean): Promise<void> {
  await user.press(hasScripts ? 'Enter' : 'Tab')
  await expect(page.getByLabel('Confirm new password')).toBeFocused()
}
