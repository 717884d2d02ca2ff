import { fullRightsRoleId, insertUser } from '../accounts/accounts.store.ts'
import { isMailUsername, readUsername, type UsernameRefusal } from '../accounts/username.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Actor, Db, UserType } from '../database/tables.ts'

export type UserToAdd = {
  username: string
  userType: UserType
  givenName: string
  familyName: string
  emailTo: string | null
}

export type UserAdded =
  | { kind: 'added'; accountId: string }
  | { kind: 'taken' }
  | { kind: 'refused'; why: UsernameRefusal | 'no-address' }

/** Adds a user without a password: the person chooses one by a reset (ASVS 6.4.1). A new username is an e-mail address. */
export function createAddUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function addUser(user: UserToAdd, actor: Actor): Promise<UserAdded> {
    const read = readUsername(user.username)
    if (read.kind === 'refused') return read
    const { typed, key } = read.username
    if (!isMailUsername(typed)) return { kind: 'refused', why: 'no-address' }
    const createdAt = clock.now()
    return db.transaction().execute(async tx => {
      const accountId = await insertUser(tx, {
        ...user,
        username: typed,
        usernameKey: key,
        isActive: true,
        hasLicence: true,
        // Who adds one at the server's own door means somebody who can run the site.
        ...(user.userType === 'admin' && { roleId: fullRightsRoleId }),
        passwordHash: null,
        createdAt,
      })
      if (accountId === undefined) return { kind: 'taken' as const }
      await recordEvent(tx, { at: createdAt, action: 'user-added', actor, accountId, details: { type: user.userType } })
      return { kind: 'added' as const, accountId }
    })
  }
}
