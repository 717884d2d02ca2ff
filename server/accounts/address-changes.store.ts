import type { Insertable, Selectable } from 'kysely'
import type { AddressChangesTable } from '../database/account-tables.ts'
import type { Queryable, Tx } from '../database/tables.ts'

export type AddressChange = {
  id: string
  accountId: string
  usernameBefore: string
  usernameAfter: string
  /** Where mails that lead to a password went, if anywhere. */
  addressBefore: string | null
  addressAfter: string
  /** The last address that was known to be the person's. */
  provenAddress: string | null
  /** An administrator; nothing for the operator at the server. */
  changedBy: string | null
  changedAt: Date
  /** Nothing where nothing waits. */
  waitsUntil: Date | null
  objectedAt: Date | null
  settledAt: Date | null
}

export type NewAddressChange = Omit<AddressChange, 'id' | 'settledAt'>

export async function insertAddressChange(tx: Tx, change: NewAddressChange): Promise<string> {
  const { id } = await tx.insertInto('address_changes').values(toRow(change)).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findAddressChange(db: Queryable, id: string): Promise<AddressChange | undefined> {
  const row = await db.selectFrom('address_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toChange(row)
}

/** The newest change after which mails go elsewhere: a username alone moves no mail. */
export async function findLastAddressChange(db: Queryable, accountId: string): Promise<AddressChange | undefined> {
  const row = await db
    .selectFrom('address_changes')
    .selectAll()
    .where('account_id', '=', accountId)
    .whereRef('address_before', 'is distinct from', 'address_after')
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toChange(row)
}

/** Somebody who may do so answers for the address: nothing waits any more, also after an objection. */
export async function settleAddressChange(tx: Tx, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await tx.updateTable('address_changes').set({ settled_at: at, settled_by: by }).where('id', '=', id).execute()
}

/** Somebody at an address from before says that it was not them: what was settled is open again. */
export async function markObjected(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx
    .updateTable('address_changes')
    .set({ objected_at: at, settled_at: null, settled_by: null })
    .where('id', '=', id)
    .execute()
}

/** Those that are long over, but for one that an objection holds: it holds until somebody decides. */
export async function deleteAddressChangesBefore(db: Queryable, before: Date): Promise<void> {
  await db
    .deleteFrom('address_changes')
    .where('changed_at', '<', before)
    .where(one => one.or([one('objected_at', 'is', null), one('settled_at', 'is not', null)]))
    .execute()
}

function toRow(change: NewAddressChange): Insertable<AddressChangesTable> {
  return {
    account_id: change.accountId,
    username_before: change.usernameBefore,
    username_after: change.usernameAfter,
    address_before: change.addressBefore,
    address_after: change.addressAfter,
    proven_address: change.provenAddress,
    changed_by: change.changedBy,
    changed_at: change.changedAt,
    waits_until: change.waitsUntil,
    objected_at: change.objectedAt,
  }
}

function toChange(row: Selectable<AddressChangesTable>): AddressChange {
  return {
    id: row.id,
    accountId: row.account_id,
    usernameBefore: row.username_before,
    usernameAfter: row.username_after,
    addressBefore: row.address_before,
    addressAfter: row.address_after,
    provenAddress: row.proven_address,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    waitsUntil: row.waits_until,
    objectedAt: row.objected_at,
    settledAt: row.settled_at,
  }
}
