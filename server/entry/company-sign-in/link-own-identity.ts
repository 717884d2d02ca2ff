import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { deleteIdentity, insertIdentity } from '../../people/company-providers/identities.store.ts'
import { covers } from '../../people/company-providers/matching-providers.ts'
import type { CompanyProvider } from '../../people/company-providers/providers.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { queueFactorNotice } from '../second-step/queue-factor-notice.ts'
import { recordLink } from './find-person.ts'
import type { CompanyPerson } from './read-identity.ts'

type Needs = { db: Db; clock: Clock; queueMail: QueueMail }
type Linking = { provider: CompanyProvider; person: CompanyPerson; accountId: string; caller: Caller }

/** Links the identity of a signed-in person, whatever its address. False if one of the two is linked already. */
export async function linkOwnIdentity(
  needs: Needs,
  { provider, person, accountId, caller }: Linking,
): Promise<boolean> {
  const at = needs.clock.now()
  return needs.db.transaction().execute(async tx => {
    const account = await lockAccount(tx, accountId)
    if (!covers(provider, account)) return false
    const identity = { providerId: provider.id, subject: person.subject, accountId }
    if (!(await insertIdentity(tx, { ...identity, at }))) return false
    await recordLink(tx, { provider, account, caller, at })
    await queueFactorNotice(tx, needs, { account, event: 'company-linked' })
    return true
  })
}

type Unlinking = { providerId: string; accountId: string; caller: Caller }

/** Ends the link of a person's own account with a provider. */
export function createUnlinkOwnIdentity(needs: Needs) {
  const { db, clock } = needs
  return async function unlinkOwnIdentity({ providerId, accountId, caller }: Unlinking): Promise<boolean> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await deleteIdentity(tx, { providerId, accountId }))) return false
      const who = { actor: 'self', actorAccountId: accountId, accountId, ...caller } as const
      await recordEvent(tx, { at: clock.now(), action: 'company-unlinked', ...who })
      await queueFactorNotice(tx, needs, { account, event: 'company-unlinked' })
      return true
    })
  }
}
