import { insertUser } from '../server/people/accounts/accounts.store.ts'
import { fullRightsRoleId } from '../server/people/roles/full-rights-role.ts'
import { systemClock } from '../server/platform/clock.ts'
import { createVisitor, type Visitor } from '../tests/support/servers/visitor.ts'
import type { Browser } from './browser.ts'
import type { BenchGround } from './ground.ts'

export async function signInAdministrator({ db, url, password, passwordHash }: BenchGround): Promise<Visitor> {
  const username = 'importer@bench.example'
  const person = { username, usernameKey: username, givenName: 'Ada', familyName: 'Bench', emailTo: null, passwordHash }
  const user = { ...person, userType: 'admin', isActive: true, hasLicence: true, roleId: fullRightsRoleId } as const
  await db.transaction().execute(tx => insertUser(tx, { ...user, createdAt: systemClock.now() }))
  const visitor = createVisitor(url, '10.1.0.1')
  for (let attempt = 1; ; attempt++) {
    const { status } = await visitor.post('/sign-in', { username, password })
    if (status === 303) return visitor
    // A server that has just started on a busy machine asks to wait.
    if (status !== 503 || attempt === 20) throw new Error(`The sign-in was answered with ${status}`)
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}

export async function order(asked: ReturnType<Visitor['get']>) {
  const { status, html } = await asked
  if (status !== 200) throw new Error(`The server answered ${status}: ${html}`)
  return JSON.parse(html)
}

export async function untilState(visitor: Visitor, path: string, wanted: string): Promise<void> {
  for (;;) {
    const { state, failure } = await order(visitor.get(path))
    if (state === wanted && failure === null) return
    if (state === 'failed' || failure !== null) throw new Error(`The import failed: ${JSON.stringify(failure)}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

export async function lookAgainAndAgain(browser: Browser, into: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const start = performance.now()
    const { status } = await browser.get('/sign-in')
    if (status !== 200 && status !== 503) throw new Error(`The page was answered with ${status}`)
    // Where a machine is too busy, the server asks to wait: a visitor without a page.
    into.push(status === 200 ? performance.now() - start : Number.POSITIVE_INFINITY)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
