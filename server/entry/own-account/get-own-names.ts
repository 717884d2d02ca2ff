import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { FindNextStep } from '../../people/factors/find-next-step.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import type { Db } from '../../platform/database/tables.ts'

type OwnNames = {
  username: string
  usernameKey: string
  /** A confirmation asks for a code as well. */
  asksCode: boolean
}

/** Finds a signed-in person's username, as shown and as compared, and what a confirmation asks for. */
export function createGetOwnNames({ db, findNextStep }: { db: Db; findNextStep: FindNextStep }) {
  return async function getOwnNames({ accountId }: LiveSession): Promise<OwnNames> {
    const account = await getAccount(db, accountId)
    const { username, usernameKey } = account
    const asksCode = (await findNextStep(account, undefined)).kind === 'code'
    return { username, usernameKey, asksCode }
  }
}
