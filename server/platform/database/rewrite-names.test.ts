import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { rewriteNames } from './rewrite-names.ts'

it('rewrites stored names into the compared form, and numbers the second of two names that become equal', async () => {
  const { db, pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const names = [
    ['bea@xn--mnchen-3ya.example', 'bea@xn--mnchen-3ya.example'],
    ['Bea@münchen.example', 'bea@münchen.example'],
    ['JO\u200BQUAY', 'jo\u200Bquay'],
    ['ivo@xn--mnchen-3ya.example', 'ivo@xn--mnchen-3ya.example'],
    ['JoQuay', 'joquay'],
    ['plain@vale.example', 'plain@vale.example'],
  ]
  for (const [username, key] of names) {
    await pool.query(
      `with added as (insert into accounts (kind, username, username_key, created_at)
         values ('user', $1, $2, clock_timestamp()) returning id)
       insert into users (account_id, user_type, email_to) select id, 'scan', $1 from added`,
      [username, key],
    )
  }
  const failing = `insert into failing_addresses (address, since, why, bounced_at) values
    ('ivo@xn--mnchen-3ya.example', now(), 'newer', now()), ('ivo@münchen.example', now(), 'older', now() - interval '1 day')`
  await pool.query(failing)

  await db.transaction().execute(rewriteNames)
  await db.transaction().execute(rewriteNames)

  const { rows } = await pool.query(
    'select username, username_key, email_to from accounts join users on account_id = id order by created_at',
  )
  expect(rows.map(row => Object.values(row))).toEqual([
    ['bea@münchen.example (2)', 'bea@münchen.example (2)', 'bea@münchen.example'],
    ['Bea@münchen.example', 'bea@münchen.example', 'Bea@münchen.example'],
    ['JOQUAY (2)', 'joquay (2)', 'JOQUAY'],
    ['ivo@münchen.example', 'ivo@münchen.example', 'ivo@münchen.example'],
    ['JoQuay', 'joquay', 'JoQuay'],
    ['plain@vale.example', 'plain@vale.example', 'plain@vale.example'],
  ])
  const kept = await pool.query('select address, why from failing_addresses')
  expect(kept.rows).toEqual([{ address: 'ivo@münchen.example', why: 'newer' }])
})
