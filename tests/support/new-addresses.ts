import { randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'

/** Somebody whom nobody knows any more changed the address of an account a moment ago; answers the change's id. */
export async function makeAddressWait(app: TestApp, accountId: string): Promise<string> {
  const { db, clock } = app.ground
  const now = clock.now()
  const { id } = await db
    .insertInto('address_changes')
    .values({
      account_id: accountId,
      username_before: 'before@harbourvale.example',
      username_after: 'after@harbourvale.example',
      address_before: 'before@harbourvale.example',
      address_after: 'after@harbourvale.example',
      proven_address: 'before@harbourvale.example',
      changed_by: randomUUID(),
      changed_at: now,
      waits_until: new Date(now.getTime() + 86_400_000),
      objected_at: null,
      settled_at: null,
      settled_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Everybody has been who they are for days: whoever became an administrator today approves nothing. */
export async function ageAccounts(app: TestApp): Promise<void> {
  await app.database.pool.query(`update accounts set created_at = created_at - interval '30 days'`)
}

/** The address of the objection in the notice of a changed username or address. */
export function objectionOf({ text }: { text: string }): string {
  const [path] = /\/objection\/[\w-]{43}/.exec(text) ?? []
  if (path === undefined) throw new Error(`This is no notice with an objection: ${text}`)
  return path
}
