import type { Collection } from '../../../shared/contract/app-rows.ts'
import type { TestApp } from '../servers/app.ts'

export type FieldRow = Record<string, unknown> & { id: string }
export type PulledRows = { rows: FieldRow[]; removed: string[]; cursor: string }
export type Pull = (accountId: string, collection: Collection, after?: string, limit?: number) => Promise<PulledRows>

/** Looks for two minutes, so that a transaction that never ends fails the test that pulls, and says why. */
const untilNoneIsOlder = `do $$
begin
  for look in 1..6000 loop
    perform pg_stat_clear_snapshot();
    if not exists (select from pg_stat_activity where backend_xid::text::bigint < OLDEST) then return; end if;
    perform pg_sleep(0.02);
  end loop;
  raise exception 'An older transaction is still running';
end $$`

/**
 * A pull leaves out what an older running transaction might still come before (decision 017), such as one of another file's tests in
 * the same cluster. Waits for those.
 */
async function untilOlderEnd({ database: { pool } }: TestApp): Promise<void> {
  const { rows } = await pool.query('select pg_current_xact_id()::text as xid')
  await pool.query(untilNoneIsOlder.replace('OLDEST', rows[0].xid))
}

/** All rows after the cursor, in pages. `waits` is false where a test itself holds an older transaction. */
export function createPull(app: TestApp, { waits = true } = {}): Pull {
  const { actions } = app
  return async (accountId, collection, after, limit = 7) => {
    if (waits) await untilOlderEnd(app)
    const brought: PulledRows = { rows: [], removed: [], cursor: '' }
    let cursor = after
    for (;;) {
      const page = await actions.pullRows({ accountId, collection, after: cursor, limit })
      if (page.kind !== 'page') throw new Error(page.kind)
      brought.rows.push(...page.rows.map(row => JSON.parse(row)))
      brought.removed.push(...page.removed)
      brought.cursor = page.cursor
      cursor = page.cursor
      if (page.isComplete) return brought
    }
  }
}

export const idsOf = ({ rows }: Pick<PulledRows, 'rows'>): string[] => rows.map(({ id }) => id).toSorted()
