import { type Expression, type SqlBool, sql } from 'kysely'
import type { LeftOutReason } from '../../../shared/contract/contact-lists.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { isMailFailing, type ListedBuilder, listedContacts } from './contact-list.query.ts'

type Since = { invitedSince: Date }

/** Why a contact gets no invitation: the first reason, or null. The preview and the worker share it. */
const leftOutReason = ({ invitedSince }: Since) =>
  sql<LeftOutReason | null>`case
    when a.password_hash is not null then 'accepted'
    when not r.is_active then 'retailer-closed'
    when not c.has_website_access then 'no-access'
    when not a.is_active then 'inactive'
    when a.locked_at is not null then 'locked'
    when c.email = '' then 'no-email'
    when ${isMailFailing} then 'email-failing'
    when a.invited_at > ${invitedSince}::timestamptz then 'invited-lately' end`

export async function findLeftOutReason(
  db: Queryable,
  { accountId, ...since }: Since & { accountId: string },
): Promise<LeftOutReason | undefined> {
  const row = await listedContacts(db)
    .select(leftOutReason(since).as('reason'))
    .where('s.account_id', '=', accountId)
    .executeTakeFirst()
  return row?.reason ?? undefined
}

type PeopleToInvite = Since & { roundId: string; are: (eb: ListedBuilder) => Expression<SqlBool> }

/** The rows of a new round: the contacts that the condition finds, each as ready or left out. */
export function peopleToInvite(db: Queryable, { roundId, invitedSince, are }: PeopleToInvite) {
  const reason = leftOutReason({ invitedSince })
  return listedContacts(db)
    .select([sql<string>`${roundId}::uuid`.as('round'), 's.account_id', 's.name_key'])
    .select([sql<string>`case when ${reason} is null then 'ready' else 'left-out' end`.as('outcome')])
    .select(reason.as('reason'))
    .where(are)
}
