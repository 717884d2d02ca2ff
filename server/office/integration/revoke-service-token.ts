import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { revokeToken, type TokenToRevoke } from './service-tokens.store.ts'

export type ServiceTokenRevoked = { kind: 'revoked' } | { kind: 'no-such-token' }

/** Revokes a token. A call that is using it ends first, complete; the next one is refused. */
export function createRevokeServiceToken({ db, clock }: { db: Db; clock: Clock }) {
  return async function revokeServiceToken(command: {
    token: TokenToRevoke
    authority: Authority
  }): Promise<ServiceTokenRevoked> {
    return db.transaction().execute(async tx => {
      const at = clock.now()
      const id = await revokeToken(tx, { token: command.token, at })
      if (id === undefined) return { kind: 'no-such-token' as const }
      await recordEvent(tx, { at, action: 'service-token-revoked', ...command.authority, details: { service: id } })
      return { kind: 'revoked' as const }
    })
  }
}
