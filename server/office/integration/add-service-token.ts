import type { Authority } from '../../people/roles/authority.ts'
import { mayGrant } from '../../people/roles/authority.ts'
import { findRoleByName } from '../../people/roles/roles.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { insertServiceToken } from './service-tokens.store.ts'

export type ServiceTokenAdded =
  | { kind: 'added'; token: string; expiresAt: Date }
  | { kind: 'name-taken' }
  | { kind: 'no-such-role' }
  | { kind: 'role-above-you' }

type Command = { name: string; role: { id: string } | { name: string }; days: number; authority: Authority }

/**
 * Makes a token for another system. The answer is the only place where it can be read: the database keeps its hash.
 * No one can give a token a right that they lack.
 */
export function createAddServiceToken({ db, clock }: { db: Db; clock: Clock }) {
  return async function addServiceToken({ name, role, days, authority }: Command): Promise<ServiceTokenAdded> {
    const token = makeToken()
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + days * 86_400_000)
    const createdBy = authority.actor === 'administrator' ? authority.actorAccountId : null
    return db.transaction().execute(async tx => {
      const roleId = 'id' in role ? role.id : await findRoleByName(tx, role.name)
      if (roleId === undefined) return { kind: 'no-such-role' as const }
      if (!(await mayGrant(tx, { authority, roleId }))) return { kind: 'role-above-you' as const }
      const tokenHash = hashToken(token)
      const id = await insertServiceToken(tx, { name, tokenHash, roleId, createdBy, createdAt, expiresAt })
      if (id === undefined) return { kind: 'name-taken' as const }
      const details = { service: id, role: roleId, days }
      await recordEvent(tx, { at: createdAt, action: 'service-token-added', ...authority, details })
      return { kind: 'added' as const, token, expiresAt }
    })
  }
}
