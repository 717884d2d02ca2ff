import type { Rights } from '../../../shared/contract/rights.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type Authority, hasRights } from './authority.ts'
import { fullRightsRoleId } from './full-rights-role.ts'
import { findRoleOf } from './roles.store.ts'

export type RoleUntouchable = 'fixed-role' | 'own-role' | 'role-above-you'

type RoleToTouch = { authority: Authority; id: string; rights: readonly Rights[] }

/** Why this administrator can't change or remove the role: it has rights they lack, or it is the permanent one. */
export async function whyUntouchable(
  tx: Tx,
  { authority, id, rights }: RoleToTouch,
): Promise<RoleUntouchable | undefined> {
  if (id === fullRightsRoleId) return 'fixed-role'
  if (authority.actor === 'administrator' && (await findRoleOf(tx, authority.actorAccountId)) === id) return 'own-role'
  for (const one of rights) if (!(await hasRights(tx, { authority, rights: one }))) return 'role-above-you'
  return undefined
}
