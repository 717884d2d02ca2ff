import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const elsewhere = mkdtempSync(join(tmpdir(), 'fieldkey-launcher-'))
const launcher = join(elsewhere, 'fieldkey')
symlinkSync(join(import.meta.dirname, '../../../bin/fieldkey'), join(elsewhere, 'link'))
symlinkSync('link', launcher)

/** An environment with no home, no npm, and only the system's programs on the PATH. */
function launch(args: string[], settings: string | undefined, more: Record<string, string> = {}) {
  const file = join(elsewhere, 'settings')
  if (settings !== undefined) writeFileSync(file, settings)
  const env = { PATH: '/usr/bin:/bin', FIELDKEY_SETTINGS: settings === undefined ? '' : file, ...more }
  return spawnSync(launcher, args, { cwd: elsewhere, env, encoding: 'utf8' })
}

test('the launcher runs through a chain of links, from any folder and without a home', () => {
  const { status, stdout, stderr } = launch(['--version'], undefined)
  expect([status, stdout.trim(), stderr]).toEqual([0, expect.stringMatching(/^\S*\s*\d+\.\d+\.\d+/), ''])
})

const settings = [
  '# the settings',
  'PUBLIC_URL=https://accounts.example.com',
  'SMTP_URL="smtp://user:p\\"a$$&b%40@127.0.0.1:9"',
  'MAIL_FROM=Harbour & Vale <no-reply@example.com>',
  "SECRET_KEY='c3PNvnLQ0u7dMWnZ7Rk0tVqk6rSg9YbFhX2yAeTj1mI='",
  'PORT=0',
].join('\n')

test('the settings file keeps values with &, $, quotes and spaces, and the environment overrides it', () => {
  const { status, stdout } = launch(['doctor', '--json'], settings, { PORT: '3000', DATA_DIR: elsewhere })
  expect(status).toBe(1)
  const texts = JSON.parse(stdout).findings.map(({ text }: { text: string }) => text)
  expect(texts[0]).toBe('settings: https://accounts.example.com')
  expect(launch(['doctor', '--json'], settings).stdout).toContain('PORT must be a number')
})

test('the launcher reports a missing or damaged settings file in one sentence', () => {
  const broken = launch(['user', 'list'], 'PUBLIC_URL=https://a.example\nexport X\n')
  expect([broken.status, broken.stderr]).toEqual([1, expect.stringMatching(/^Line 2 of \S+ is not NAME=value\.\n$/)])
  const missing = launch(['user', 'list'], undefined, { FIELDKEY_SETTINGS: '/nowhere/settings' })
  expect([missing.status, missing.stderr]).toEqual([1, expect.stringMatching(/^FIELDKEY_SETTINGS names \S+, which/)])
})
