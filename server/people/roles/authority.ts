import { exceed, type Rights } from '../../../shared/contract/rights.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { findRightsOfRole, getRightsOf } from './roles.store.ts'

/** Who requests a change: the operator at the server, or an administrator. */
export type Authority =
  | { actor: 'command-line' }
  | { actor: 'administrator'; actorAccountId: string; network: string; device: string }

/**
 * True if the target account has no right that the actor lacks. Prevents escalation. Rights are read inside the
 * caller's transaction, not when the request arrived.
 */
export async function isWithinReach(
  db: Queryable,
  { authority, accountId }: { authority: Authority; accountId: string },
): Promise<boolean> {
  if (authority.actor === 'command-line') return true
  const [mine, theirs] = [await getRightsOf(db, authority.actorAccountId), await getRightsOf(db, accountId)]
  return !exceed(theirs, { mine })
}

/** True if the actor has every right of the role. False for a role that doesn't exist. */
export async function mayGrant(
  db: Queryable,
  { authority, roleId }: { authority: Authority; roleId: string },
): Promise<boolean> {
  const rights = await findRightsOfRole(db, roleId)
  return rights !== undefined && hasRights(db, { authority, rights })
}

/** True if the actor has all of these rights now, and so may put them into a role. */
export async function hasRights(
  db: Queryable,
  { authority, rights }: { authority: Authority; rights: Rights },
): Promise<boolean> {
  return (
    authority.actor === 'command-line' || !exceed(rights, { mine: await getRightsOf(db, authority.actorAccountId) })
  )
}
