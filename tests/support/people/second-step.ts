import { Secret, TOTP } from 'otpauth'
import { getAccount } from '../../../server/people/accounts/accounts.store.ts'
import { savePolicy } from '../../../server/people/factors/policies.store.ts'
import type { SecondStepAudience, SecondStepRule } from '../../../shared/contract/second-step-lists.ts'
import type { TestApp } from '../servers/app.ts'

const parameters = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** The code that an authenticator app shows, made by the library alone. `key` is what a person types into it. */
export function codeOf(key: string, at: Date): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', '').toUpperCase())
  return new TOTP({ ...parameters, secret }).generate({ timestamp: at.getTime() })
}

/** The key on the page, for people who can't scan. */
export function keyOn(html: string): string {
  const found = /class="key">([a-z2-7 ]+)</.exec(html)?.[1]
  if (!found) throw new Error('The page shows no key')
  return found
}

export const codesOn = (html: string): string[] =>
  [...html.matchAll(/<li>([\d-]{23})<\/li>/g)].map(match => match[1] ?? '')

/** The policy of one audience. By default there is no grace period. */
export async function setPolicy(
  app: TestApp,
  audience: SecondStepAudience,
  rule: SecondStepRule,
  { graceDays = 0, trustsBrowsers = true } = {},
): Promise<void> {
  await app.database.db.transaction().execute(tx => savePolicy(tx, { audience, rule, graceDays, trustsBrowsers }))
}

/** An authenticator app of this person. The next code is right after `next()`, which moves the clock. */
export async function addAuthenticator(app: TestApp, username: string) {
  const account = await getAccount(app.database.db, await app.accountId(username))
  const { pending, key } = await app.actions.prepareGenerator(account)
  const caller = { network: '192.0.2.1', device: 'a test' }
  const typed = codeOf(key, app.clock.now())
  const added = await app.actions.addCodeGenerator({ accountId: account.id, pending, typed, caller })
  if (added.kind !== 'added') throw new Error(`The authenticator was not added: ${added.kind}`)
  return {
    key,
    recoveryCodes: added.recoveryCodes,
    /** A code that was not used yet. */
    next: () => {
      app.clock.advance(30)
      return codeOf(key, app.clock.now())
    },
  }
}
