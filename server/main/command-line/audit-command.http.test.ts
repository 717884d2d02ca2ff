import { expect, onTestFinished, test } from 'vitest'
import { signIn } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp } from '../../../tests/support/servers/app.ts'
import { runHere } from '../../../tests/support/servers/command-line.ts'
import { createSealAudit } from '../../platform/audit/seal-audit.job.ts'

// Each test has its own server, whose clock stays put: a row that is an hour older than the rows before it is a finding.
async function startSealed() {
  const app = await startTestApp()
  onTestFinished(() => app.stop())
  for (let count = 0; count < 3; count += 1) await signIn(app.visitor(), 'JSMITH', 'wrong')
  await createSealAudit(app.ground).sealAudit()
  return { app, run: (args: string[]) => runHere(app, args) }
}

test('16.4.2 verifies the chain and prints an anchor, and later finds that anchor or reports it lost', async () => {
  const { run } = await startSealed()
  const good = await run(['audit', 'verify'])
  expect(good).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+ rows verified/) })
  const anchor = /^\d+:[0-9a-f]{64}$/m.exec(good.out)?.[0] ?? ''
  const other = anchor.replace(/.$/, last => (last === '0' ? '1' : '0'))
  const lost = await run(['audit', 'verify', '--anchor', other, '--since', anchor])
  expect(lost).toMatchObject({ code: 1, out: '' })
  expect(lost.err.match(/the anchor isn't in the chain/g)).toHaveLength(1)
})

test('16.4.2 exits with 1 if a row was changed and names the row, also as JSON', async () => {
  const { app, run } = await startSealed()
  const { rows } = await app.database.pool.query('select event_id as id from audit_seals where place = 2')
  await app.database.pool.query(`begin; set local session_replication_role = replica;
    update audit_events set network = '192.0.2.9' where id = '${rows[0].id}'; commit`)
  const bad = await run(['audit', 'verify'])
  expect(bad).toMatchObject({ code: 1, out: '' })
  expect(bad.err).toContain(`Place 2: the row ${rows[0].id} doesn't match its seal`)
  const { code, out } = await run(['audit', 'verify', '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ isUnchanged: false, findings: [{ kind: 'changed', place: 2 }] })

  expect(await run(['audit', 'acknowledge', '--reason', 'short'])).toMatchObject({ code: 2, out: '' })
  const acknowledged = await run(['audit', 'acknowledge', '--reason', 'A row was restored by hand.'])
  expect(acknowledged).toMatchObject({ code: 0, out: expect.stringMatching(/^Acknowledged: 1\./) })
  expect((await run(['audit', 'verify'])).out).toMatch(/no new findings\. Acknowledged findings: 1\./)
  expect(await run(['audit', 'acknowledge', '--reason', 'A row was restored by hand.'])).toMatchObject({ code: 1 })
})
