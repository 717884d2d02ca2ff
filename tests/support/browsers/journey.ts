import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { insertUser, type NewUser } from '../../../server/people/accounts/accounts.store.ts'
import { nameKey } from '../../../server/platform/names/name-key.ts'
import { startTestApp, type TestApp } from '../servers/app.ts'

export type Person = { username: string; password: string }

type Shared = {
  /** One server for all tests of a worker. Each test has its own users, networks and devices. */
  app: TestApp
  passwordHash: string
}

type Own = {
  /** A user of this test alone. */
  addPerson(change?: Partial<NewUser>): Promise<Person>
  rep: Person
  /** A page in another browser: no cookies, another network. */
  elsewhere(options?: BrowserContextOptions): Promise<Page>
}

export const phone = { width: 390, height: 844 }
const password = 'heron-tandem-gravel-58'
let people = 0

export const test = base.extend<Own, Shared>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const app = await startTestApp()
      await use(app)
      await app.stop()
    },
    { scope: 'worker' },
  ],
  passwordHash: [
    async ({ app }, use) => {
      const hash = await app.ground.hashing.inTurn({}, hasher => hasher.hash(password))
      if (typeof hash !== 'string') throw new Error('The password could not be hashed')
      await use(hash)
    },
    { scope: 'worker' },
  ],
  baseURL: ({ app }, use) => use(app.url),
  viewport: phone,
  extraHTTPHeaders: ({ app }, use) => use({ 'x-forwarded-for': app.visitor().address }),
  addPerson: ({ app, passwordHash }, use) =>
    use(async change => {
      const user = { ...newRep(passwordHash), createdAt: app.clock.now(), ...change }
      const command = { ...user, usernameKey: nameKey(user.username) }
      const id = await app.ground.db.transaction().execute(tx => insertUser(tx, command))
      if (id === undefined) throw new Error(`${user.username} is another person already`)
      return { username: user.username, password }
    }),
  rep: async ({ addPerson }, use) => use(await addPerson()),
  elsewhere: async ({ app, browser }, use) => {
    const opened: Page[] = []
    await use(async options => {
      const extraHTTPHeaders = { 'x-forwarded-for': app.visitor().address }
      const page = await browser.newPage({ baseURL: app.url, viewport: phone, extraHTTPHeaders, ...options })
      opened.push(page)
      return page
    })
    await Promise.all(opened.map(page => page.context().close()))
  },
})

function newRep(passwordHash: string) {
  people++
  return {
    username: `rep${people}@harbourvale.example`,
    userType: 'device',
    givenName: 'Robin',
    familyName: 'Marlow',
    isActive: true,
    hasLicence: true,
    emailTo: null,
    passwordHash,
  } as const
}
