import { chromium, type Page } from '@playwright/test'
import { browserOptions } from '../tests/support/browsers/browser.ts'
import { signInToRepApp } from '../tests/support/browsers/rep-app.ts'
import { startTestClusters } from '../tests/support/databases/database-cluster.ts'
import { goodPassword } from '../tests/support/mails/reset-mail.ts'
import { createCountedUser, type Effort, resetOnForm } from '../tests/support/people/way-back.ts'
import { startTestApp, type TestApp } from '../tests/support/servers/app.ts'
import { printFigures } from './figures.ts'

const phone = { width: 390, height: 844 }
const tablet = { width: 1024, height: 768 }

/** The account pages need no scripts, but the app does: without scripts the journey ends at Your account. */
const walks = [
  { name: 'phone', viewport: phone, hasScripts: true, username: 'riley.rep@harbourvale.example', taps: 9 },
  { name: 'tablet', viewport: tablet, hasScripts: true, username: 'nina.rep@harbourvale.example', taps: 9 },
  {
    name: 'phone without scripts',
    viewport: phone,
    hasScripts: false,
    username: 'dan.dual@harbourvale.example',
    taps: 9,
  },
  {
    name: 'tablet without scripts',
    viewport: tablet,
    hasScripts: false,
    username: 'sam.scan@harbourvale.example',
    taps: 9,
  },
]
type Walk = (typeof walks)[number]

/** Counts what a forgotten password costs a rep, from Reset password to Home. The seconds are the machine's alone. */
export async function benchReset(): Promise<void> {
  const { clusters, stop } = await startTestClusters(1)
  const [cluster] = clusters
  const app = await startTestApp({ ...(cluster && { cluster }) })
  const browser = await chromium.launch(browserOptions())
  try {
    for (const walk of walks) {
      const page = await browser.newPage({
        baseURL: app.url,
        viewport: walk.viewport,
        javaScriptEnabled: walk.hasScripts,
        extraHTTPHeaders: { 'x-forwarded-for': app.visitor().address },
      })
      print(walk, await walkOnce(app, page, walk))
      await page.context().close()
    }
  } finally {
    await browser.close()
    await app.stop()
    await stop()
  }
}

async function walkOnce(app: TestApp, page: Page, { username, hasScripts }: Walk) {
  const rep = { username, password: app.passwordOf(username) }
  const user = createCountedUser(page)
  if (hasScripts) await signInToRepApp(page, rep)
  const startsAt = performance.now()
  if (hasScripts) await user.tap(page.getByRole('link', { name: 'Reset password' }))
  else await page.goto(`/sign-in?${new URLSearchParams({ username })}`)
  await resetOnForm({ page, app, rep, user, newPassword: goodPassword }, hasScripts)
  await page.getByRole('heading', { name: hasScripts ? 'Home' : 'Your account', level: 1 }).waitFor()
  return { effort: user.effort, seconds: (performance.now() - startsAt) / 1000 }
}

function print({ name, taps, hasScripts }: Walk, { effort, seconds }: { effort: Effort; seconds: number }): void {
  const count = (label: string, value: number, most: number) => ({
    name: label,
    value: String(value),
    aim: `at most ${most}`,
    isReached: value <= most,
  })
  printFigures(`A reset on a ${name}`, [
    count('taps', effort.taps, taps),
    count('pages read, the email included', effort.pages.length, 7),
    count('words on them', effort.words, hasScripts ? 400 : 450),
    count('seconds of the machine', Number(seconds.toFixed(1)), 20),
  ])
}
