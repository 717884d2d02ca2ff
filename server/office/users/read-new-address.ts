import type { NewAddress } from '../../../shared/contract/addresses.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { findUnsettled } from '../../people/accounts/find-hold.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { whyNotApprove } from './approve-address.ts'

type NewAddressQuery = { accountId: string; by: { accountId: string } }

/** Reads the pending address of an account, if there is one, and whether the reader could approve it. */
export function createReadNewAddress({ db, clock }: { db: Db; clock: Clock }) {
  return async function readNewAddress({ accountId, by }: NewAddressQuery): Promise<NewAddress> {
    const at = clock.now()
    const unsettled = await findUnsettled({ db, clock }, accountId)
    if (!unsettled) return { waiting: null }
    const { hold, change } = unsettled
    const { id: changeId, addressBefore, addressAfter, changedAt, changedBy } = change
    const authority = { actor: 'administrator', actorAccountId: by.accountId } as const
    const why = await whyNotApprove(db, { accountId, changedBy: unsettled.changedBy, authority, at })
    return {
      waiting: {
        changeId,
        until: hold?.kind === 'waits' ? hold.until.toISOString() : null,
        isPutBack: hold === undefined,
        before: addressBefore,
        address: addressAfter,
        changedAt: changedAt.toISOString(),
        changedBy: changedBy === null ? null : ((await findAccountById(db, changedBy))?.username ?? null),
        whyNot: why ?? null,
      },
    }
  }
}
