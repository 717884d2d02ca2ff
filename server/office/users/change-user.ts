import { isForAdminSite, type UserType } from '../../../shared/contract/user-lists.ts'
import { lockAccount, updateUser } from '../../people/accounts/accounts.store.ts'
import { takeLicence } from '../../people/licences/take-licence.ts'
import { type Authority, isWithinReach, mayGrant } from '../../people/roles/authority.ts'
import { findRoleOf, isLastWithFullRights } from '../../people/roles/roles.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { countTerritories, giveTerritories } from '../../people/territories/territories.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { type AddressRefusal, readOptionalAddress } from '../../platform/names/read-mail-address.ts'
import { tellSecondAddress } from './tell-second-address.ts'

export type UserChange = {
  userType: UserType
  givenName: string
  familyName: string
  emailTo: string | null
  roleId: string | null
  /** Omitted territories stay. */
  territoryIds?: readonly string[] | undefined
  receivesSystemMessages?: boolean | undefined
}

export type UserChanged =
  | { kind: 'changed' }
  | { kind: 'above-you' }
  /** Administrators cannot change their own role or type. */
  | { kind: 'yourself' }
  | { kind: 'last-administrator' }
  | { kind: 'no-licence' }
  | { kind: 'no-such-territory' }
  | { kind: 'bad-address'; refusal: AddressRefusal }

type Command = { accountId: string; change: UserChange; authority: Authority }

/**
 * Changes a user's details. Another type takes a licence of that type. An administrator cannot give a right that they
 * lack.
 */
export function createChangeUser({ db, clock, queueMail }: { db: Db; clock: Clock; queueMail: QueueMail }) {
  async function decide(tx: Tx, { accountId, change, authority }: Command): Promise<UserChanged> {
    const account = await lockAccount(tx, accountId)
    if (account.kind !== 'user' || !(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' }
    const isAdmitted = isForAdminSite(change.userType)
    const roleId = isAdmitted ? change.roleId : null
    const isOtherType = change.userType !== account.userType
    const isOtherRole = roleId !== (await findRoleOf(tx, accountId))
    if (isOtherType || isOtherRole) {
      if (authority.actor === 'administrator' && authority.actorAccountId === accountId) return { kind: 'yourself' }
      if (await isLastWithFullRights(tx, accountId)) return { kind: 'last-administrator' }
    }
    if (isOtherRole && roleId !== null && !(await mayGrant(tx, { authority, roleId }))) return { kind: 'above-you' }
    // An existing address is left alone, because it may be older than the rule.
    const isOtherAddress = change.emailTo !== account.emailTo
    const second = isOtherAddress
      ? readOptionalAddress(change.emailTo)
      : { kind: 'read' as const, address: change.emailTo }
    if (second.kind === 'bad-address') return second
    const territoryIds = change.territoryIds && [...new Set(change.territoryIds)]
    if (territoryIds && (await countTerritories(tx, territoryIds)) < territoryIds.length)
      return { kind: 'no-such-territory' }
    if (isOtherType && account.isActive && account.hasLicence) {
      const licence = await takeLicence(tx, change.userType)
      if (licence.kind === 'no-licence') return licence
    }
    const receivesSystemMessages = isAdmitted ? change.receivesSystemMessages : false
    await updateUser(tx, { ...change, emailTo: second.address, roleId, receivesSystemMessages, id: accountId })
    const at = clock.now()
    if (second.address !== account.emailTo) await tellSecondAddress(tx, { account, by: authority, at, queueMail })
    if (territoryIds) await giveTerritories(tx, { accountId, territoryIds })
    // The new type may not be admitted to everything that the old type was.
    if (isOtherType) await endEverySession(tx, { accountId, because: 'licence-removed' })
    // The names of the fields, not their values: identity lives in rows that can be erased.
    const details = { type: isOtherType, role: isOtherRole }
    await recordEvent(tx, { at, action: 'user-changed', ...authority, accountId, details })
    return { kind: 'changed' }
  }

  return (command: Command): Promise<UserChanged> => db.transaction().execute(tx => decide(tx, command))
}
