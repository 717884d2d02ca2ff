import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ChainGround, createChainGround, oldKey } from '../../../tests/support/people/audit-chain.ts'
import { createSecrets, type Secrets } from '../settings/secrets.ts'
import { createSealAudit } from './seal-audit.job.ts'

const newKey = { id: 'new', key: randomBytes(32) }

let ground: ChainGround
beforeEach(async () => {
  ground = await createChainGround()
})
afterEach(() => ground.database.drop())

test('rows of many writers that commit in any order are each sealed once, in a chain without gaps', async () => {
  const gates = Array.from({ length: 12 }, () => Promise.withResolvers<void>())
  const writers = gates.map(({ promise }) =>
    ground.database.db.transaction().execute(async tx => {
      await ground.writeOne(tx)
      await promise
      await ground.writeOne(tx)
    }),
  )
  for (const place of [7, 0, 11, 3, 9, 1, 5, 2, 10, 4, 8, 6]) {
    gates[place]?.resolve()
    await writers[place]
    await ground.seal()
  }
  expect(await ground.verify()).toMatchObject({ sealed: 24, waiting: 0, findings: [] })
})

test('two concurrent workers build one chain', async () => {
  for (let n = 0; n < 40; n += 1) await ground.writeOne()
  await Promise.all(Array.from({ length: 6 }, () => ground.seal(3)))
  await ground.seal(3)
  expect(await ground.verify()).toMatchObject({ sealed: 40, waiting: 0, findings: [] })
})

test('a worker does nothing while another worker seals', async () => {
  for (let n = 0; n < 3; n += 1) await ground.writeOne()
  const client = await ground.database.pool.connect()
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(7316014)')
  await ground.seal()
  expect(await ground.verify()).toMatchObject({ sealed: 0, waiting: 3 })
  await client.query('rollback')
  client.release()
  await ground.seal()
  expect(await ground.verify()).toMatchObject({ sealed: 3, waiting: 0 })
})

test('a worker that dies while sealing leaves everything unchanged', async () => {
  for (let n = 0; n < 5; n += 1) await ground.writeOne()
  const dying: Secrets = {
    ...ground.secrets,
    hmac: (purpose, ...parts) => {
      if (parts[0] === '4') throw new Error('killed')
      return ground.secrets.hmac(purpose, ...parts)
    },
  }
  const { sealAudit } = createSealAudit({ ...ground, secrets: dying, batch: 2 })
  await expect(sealAudit()).rejects.toThrow('killed')
  expect(await ground.verify()).toMatchObject({ sealed: 2, waiting: 3, findings: [] })
  await ground.seal()
  expect(await ground.verify()).toMatchObject({ sealed: 5, waiting: 0, findings: [] })
})

test('a writer does not wait for the chain, nor for another writer', async () => {
  await ground.database.db.transaction().execute(async tx => {
    await tx.selectFrom('audit_seals').select('place').execute()
    const client = await ground.database.pool.connect()
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7316014)')
    await client.query('lock table audit_seals in exclusive mode')
    await ground.writeOne(tx)
    await ground.writeOne()
    await client.query('rollback')
    client.release()
  })
  await ground.seal()
  expect(await ground.verify()).toMatchObject({ sealed: 2, findings: [] })
})

test('old rows keep their key after a key change, and a row whose key is missing is reported', async () => {
  await ground.write(2)
  ground.secrets = createSecrets([newKey, oldKey])
  await ground.write(2)
  expect(await ground.verify()).toMatchObject({ sealed: 4, findings: [] })
  ground.secrets = createSecrets([newKey])
  expect((await ground.verify()).findings).toMatchObject([
    { kind: 'unknown-key', place: 1 },
    { kind: 'unknown-key', place: 2 },
  ])
})

test('verifying since an anchor ignores the deleted rows before it', async () => {
  await ground.write(3)
  const { head } = await ground.verify()
  await ground.write(2)
  await ground.tamper('delete from audit_events where id in (select event_id from audit_seals where place <= 2)')
  await ground.tamper('delete from audit_seals where place <= 2')
  expect(await ground.verify(head && { since: head })).toMatchObject({ sealed: 2, findings: [] })
})
