import { exceed, type Rights } from '../../../shared/contract/rights.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { findRightsOfRole, getRightsOf } from './roles.store.ts'

/** Who orders a change: the operator at the server, or an administrator. */
export type Authority =
  | { actor: 'command-line' }
  | { actor: 'administrator'; actorAccountId: string; network: string; device: string }

/**
 * Whether nobody climbs by it: an account with more rights than one's own is out of reach. Both are read now, within the
 * caller's transaction, and not when the request came.
 */
export async function isWithinReach(
  db: Queryable,
  { authority, accountId }: { authority: Authority; accountId: string },
): Promise<boolean> {
  if (authority.actor === 'command-line') return true
  const [mine, theirs] = [await getRightsOf(db, authority.actorAccountId), await getRightsOf(db, accountId)]
  return !exceed(theirs, { mine })
}

/** Whether nobody gives what they lack themselves; a role that does not exist is given by nobody. */
export async function mayGrant(
  db: Queryable,
  { authority, roleId }: { authority: Authority; roleId: string },
): Promise<boolean> {
  const rights = await findRightsOfRole(db, roleId)
  return rights !== undefined && hasRights(db, { authority, rights })
}

/** Whether one has all of these rights at this moment, and so may put them into a role. */
export async function hasRights(
  db: Queryable,
  { authority, rights }: { authority: Authority; rights: Rights },
): Promise<boolean> {
  return (
    authority.actor === 'command-line' || !exceed(rights, { mine: await getRightsOf(db, authority.actorAccountId) })
  )
}
