import type { LeftOutReason } from '../../../shared/contract/contact-lists.ts'
import { createInviteInParts } from '../../entry/recovery/invite-in-parts.ts'
import type { DecideReset, ResetAsked } from '../../entry/recovery/request-reset.ts'
import { hasRightNow } from '../../people/roles/has-right-now.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { endFinishedRounds, holdPerson, listWaitingPeople, settlePerson } from './invitation-rounds.store.ts'
import { findLeftOutReason } from './left-out.query.ts'
import { invitedSinceOf } from './prepare-invitations.ts'

type Needs = { db: Db; clock: Clock; decideReset: DecideReset }
type Person = Awaited<ReturnType<typeof listWaitingPeople>>[number]

/** The round was stopped meanwhile, and the person's outcome is recorded. */
const settledBefore = 'settled-before'

/** Invites a few contacts of a round at a time. What the preview said is checked again for each of them. */
export function createInviteContacts({ db, clock, decideReset }: Needs) {
  const inviteInParts = createInviteInParts({ db, decideReset })

  async function findRefusal(tx: Tx, { roundId, accountId, notWithinDays, by }: Person) {
    if (!(await holdPerson(tx, { roundId, accountId }))) return settledBefore
    const right = { accountId: by.accountId, module: 'retailers', access: 'write' } as const
    if (!(await hasRightNow(tx, right))) return 'not-allowed' as const
    const invitedSince = invitedSinceOf(notWithinDays, clock.now())
    return findLeftOutReason(tx, { accountId, invitedSince })
  }

  return async function inviteContacts(): Promise<void> {
    await inviteInParts({
      list: listWaitingPeople,
      findRefusal,
      settle: async (tx, { roundId, accountId }, outcome) => {
        if (outcome === settledBefore) return
        const reason = typeof outcome === 'string' ? outcome : reasonOf(outcome)
        await settlePerson(tx, { roundId, accountId, reason })
      },
    })
    await endFinishedRounds(db)
  }
}

function reasonOf({ kind }: ResetAsked): LeftOutReason | undefined {
  switch (kind) {
    case 'asked':
      return undefined
    case 'on-its-way':
      return 'invited-lately'
    case 'no-address':
      return 'no-email'
    case 'has-password':
      return 'accepted'
    case 'too-many':
    case 'address-waits':
      return kind
  }
}
