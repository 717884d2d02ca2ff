import type { NewInvitationRound } from '../../../shared/contract/invitation-rounds.ts'
import { daySeconds } from '../../../shared/time.ts'
import type { Authority } from '../../people/roles/authority.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type ListedBuilder, matches } from './contact-list.query.ts'
import { insertPeople, insertRound } from './invitation-rounds.store.ts'
import { peopleToInvite } from './left-out.query.ts'

type Command = { round: NewInvitationRound; authority: Extract<Authority, { actor: 'administrator' }> }

/** Lists who would be invited, and who is left out and why. Sends nothing. The same id prepares one round. */
export function createPrepareInvitations({ db, clock }: { db: Db; clock: Clock }) {
  return async function prepareInvitations({ round, authority }: Command): Promise<void> {
    const { id, contacts, notWithinDays } = round
    const at = clock.now()
    const are = (eb: ListedBuilder) =>
      'ids' in contacts ? eb('s.account_id', 'in', contacts.ids) : matches(db, contacts.filter)(eb)
    await db.transaction().execute(async tx => {
      if (!(await insertRound(tx, { id, notWithinDays, authority, at }))) return
      const invitedSince = invitedSinceOf(notWithinDays, at)
      await insertPeople(tx, peopleToInvite(tx, { roundId: id, invitedSince, are }))
    })
  }
}

/** A contact who was invited after this moment was invited lately. */
export const invitedSinceOf = (days: number, at: Date) => new Date(at.getTime() - days * daySeconds * 1000)
