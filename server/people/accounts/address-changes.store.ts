import type { Insertable, Selectable } from 'kysely'
import type { AddressChangesTable } from '../../platform/database/account-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type AddressChange = {
  id: string
  accountId: string
  usernameBefore: string
  usernameAfter: string
  /** Where password emails went before the change, if anywhere. */
  addressBefore: string | null
  addressAfter: string
  /** The last address known to be the person's own. */
  provenAddress: string | null
  /** The administrator; null for the operator at the server. */
  changedBy: string | null
  changedAt: Date
  /** Null if the new address doesn't have to wait. */
  waitsUntil: Date | null
  objectedAt: Date | null
  settledAt: Date | null
}

export type NewAddressChange = Omit<AddressChange, 'id' | 'objectedAt' | 'settledAt'>

export async function insertAddressChange(tx: Tx, change: NewAddressChange): Promise<string> {
  const { id } = await tx.insertInto('address_changes').values(toRow(change)).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findAddressChange(db: Queryable, id: string): Promise<AddressChange | undefined> {
  const row = await db.selectFrom('address_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toChange(row)
}

/** The latest change of the address that email goes to. A change of the username alone doesn't count. */
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

/** All changes of an account since its first unsettled objection, oldest first; empty if there is none. */
export async function listChangesSinceObjection(db: Queryable, accountId: string): Promise<AddressChange[]> {
  const rows = await db
    .selectFrom('address_changes')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('changed_at', '>=', eb =>
      eb
        .selectFrom('address_changes as o')
        .select(({ fn }) => fn.min('o.changed_at').as('first'))
        .where('o.account_id', '=', accountId)
        .where('o.objected_at', 'is not', null)
        .where('o.settled_at', 'is', null),
    )
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
  return rows.map(toChange)
}

type Settlement = { accountId: string; by: string; at: Date }

/**
 * An authorised administrator vouches for the address: nothing of the account waits any longer, even after an
 * objection.
 */
export async function settleAddressChanges(tx: Tx, { accountId, by, at }: Settlement): Promise<void> {
  await tx
    .updateTable('address_changes')
    .set({ settled_at: at, settled_by: by })
    .where('account_id', '=', accountId)
    .where('settled_at', 'is', null)
    .execute()
}

/** Someone at a previous address says that the change was not theirs: settled changes are open again. */
export async function markObjected(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx
    .updateTable('address_changes')
    .set({ objected_at: at, settled_at: null, settled_by: null })
    .where('id', '=', id)
    .execute()
}

/**
 * Deletes old changes, but keeps those of accounts with an open objection: the hold depends on them until it is
 * settled.
 */
export async function deleteAddressChangesBefore(db: Queryable, before: Date): Promise<void> {
  await db
    .deleteFrom('address_changes as c')
    .where('c.changed_at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('address_changes as o')
            .select('o.id')
            .whereRef('o.account_id', '=', 'c.account_id')
            .where('o.objected_at', 'is not', null)
            .where('o.settled_at', 'is', null),
        ),
      ),
    )
    .execute()
}

function toRow(change: NewAddressChange): Insertable<AddressChangesTable> {
  return {
    objected_at: null,
    account_id: change.accountId,
    username_before: change.usernameBefore,
    username_after: change.usernameAfter,
    address_before: change.addressBefore,
    address_after: change.addressAfter,
    proven_address: change.provenAddress,
    changed_by: change.changedBy,
    changed_at: change.changedAt,
    waits_until: change.waitsUntil,
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
