import { isForAdminSite, type UserType } from '../../../shared/contract/user-lists.ts'
import { findAccountByKey, insertUser } from '../../people/accounts/accounts.store.ts'
import { type NameRefusal, readNewAddress } from '../../people/accounts/username.ts'
import { takeLicence } from '../../people/licences/take-licence.ts'
import { type Authority, mayGrant } from '../../people/roles/authority.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'
import { countTerritories, giveTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type AddressRefusal, readOptionalAddress } from '../../platform/names/read-mail-address.ts'

export type UserToAdd = {
  username: string
  userType: UserType
  givenName: string
  familyName: string
  emailTo: string | null
  roleId: string | null
  territoryIds?: readonly string[] | undefined
  receivesSystemMessages?: boolean | undefined
}

export type UserAdded =
  | { kind: 'added'; accountId: string }
  | { kind: 'taken' }
  | { kind: 'bad-username'; refusal: NameRefusal }
  | { kind: 'bad-address'; refusal: AddressRefusal }
  | { kind: 'no-licence' }
  | { kind: 'no-such-territory' }
  /** The role gives a right that the administrator lacks. */
  | { kind: 'above-you' }

/**
 * Adds a user with a licence and without a password: the person chooses one through a reset (ASVS 6.4.1). The username
 * of a new user is an email address.
 */
export function createAddUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function addUser({ user, authority }: { user: UserToAdd; authority: Authority }): Promise<UserAdded> {
    const read = readNewAddress(user.username)
    if (read.kind === 'refused') return { kind: 'bad-username', refusal: read.refusal }
    const { typed, key } = read.username
    const second = readOptionalAddress(user.emailTo)
    if (second.kind === 'bad-address') return second
    const createdAt = clock.now()
    const roleId = roleOf(user)
    const territoryIds = [...new Set(user.territoryIds)]
    return db.transaction().execute(async tx => {
      if (roleId !== null && !(await mayGrant(tx, { authority, roleId }))) return { kind: 'above-you' as const }
      if ((await countTerritories(tx, territoryIds)) < territoryIds.length)
        return { kind: 'no-such-territory' as const }
      // Checked before the licence, because an existing user needs none.
      if (await findAccountByKey(tx, key)) return { kind: 'taken' as const }
      const licence = await takeLicence(tx, user.userType)
      if (licence.kind === 'no-licence') return licence
      const accountId = await insertUser(tx, {
        ...user,
        emailTo: second.address,
        roleId,
        receivesSystemMessages: isForAdminSite(user.userType) ? user.receivesSystemMessages : false,
        username: typed,
        usernameKey: key,
        isActive: true,
        hasLicence: true,
        passwordHash: null,
        createdAt,
      })
      if (accountId === undefined) return { kind: 'taken' as const }
      await giveTerritories(tx, { accountId, territoryIds })
      await recordEvent(tx, {
        at: createdAt,
        action: 'user-added',
        ...authority,
        accountId,
        details: { type: user.userType },
      })
      return { kind: 'added' as const, accountId }
    })
  }
}

/** Only users of the admin site have a role. */
function roleOf({ userType, roleId }: UserToAdd): string | null {
  return isForAdminSite(userType) ? roleId : null
}

/** The operator adds users at the server itself. Such a user can administer the site. */
export const roleOfFirst = (userType: UserType) => (userType === 'admin' ? fullRightsRoleId : null)
