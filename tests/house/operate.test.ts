import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { maskPath } from '../../server/platform/mask-path.ts'
import { fileLimits, importKinds } from '../../shared/contract/import-lists.ts'
import { readDocsPages } from './pages-of-docs.ts'
import { readText } from './repository.ts'

const nginx = readText('docs/operate/nginx.conf')
const unit = readText('docs/operate/fieldkey.service')

describe('the nginx settings', () => {
  it('let through the largest file of an import', () => {
    const [, megabytes] = /client_max_body_size (\d+)m;/.exec(nginx) ?? []
    expect(Number(megabytes) * 1024 * 1024).toBeGreaterThan(
      Math.max(...importKinds.map(kind => fileLimits(kind).bytes)),
    )
    expect(readText('docs/operate/install.md')).toContain(`client_max_body_size ${megabytes}m`)
  })

  it('mask the same links in the log as our own log', () => {
    const [, pattern = ''] = /~\*(\^\(\?<page>\S+) "/.exec(nginx) ?? []
    const pages = ['reset', 'objection', 'invite', 'set-up', 'sign-in']
    const isMasked = (page: string) => maskPath(`/${page}/handle`) === `/${page}/…`
    const isMaskedByNginx = (page: string) => new RegExp(pattern, 'i').test(`/${page}/handle`)
    expect(pages.map(isMaskedByNginx)).toEqual(pages.map(isMasked))
    expect(pages.filter(isMasked)).toHaveLength(4)
  })

  it('pass on the headers that the guards and limits read', () => {
    for (const header of ['Host', 'X-Forwarded-For', 'X-Forwarded-Proto']) {
      expect(nginx).toContain(`proxy_set_header ${header} `)
    }
  })
})

describe('the systemd unit', () => {
  it('stops Fieldkey before its PostgreSQL, and waits longer than a request may take', () => {
    expect(unit).toContain('\nKillMode=mixed\n')
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(30 + 25)
  })

  it('reads the settings that the launcher reads, and starts the launcher', () => {
    const [, settings = 'none'] = /EnvironmentFile=(\S+)/.exec(unit) ?? []
    expect(readText('bin/settings-file.js')).toContain(`'${settings}'`)
    expect(unit).toContain('ExecStart=/opt/fieldkey/bin/fieldkey serve')
  })

  it('gives no access to other folders, and shares the folder of the socket with the commands', () => {
    for (const line of ['ProtectSystem=strict', 'NoNewPrivileges=true', 'CapabilityBoundingSet=', 'UMask=0077']) {
      expect(unit.split('\n')).toContain(line)
    }
    expect(unit).not.toMatch(/^PrivateTmp=(?!false)/m)
  })

  it('is valid if systemd is there to check it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'fieldkey-unit-')), 'fieldkey.service')
    writeFileSync(file, unit.replace('/opt/fieldkey/bin/fieldkey', process.execPath))
    const { error, stderr, status } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    if (error) expect(error).toMatchObject({ code: 'ENOENT' })
    else expect([status, stderr.split('\n').filter(line => line.includes('fieldkey.service'))]).toEqual([0, []])
  })
})

describe('the pages for operators', () => {
  const pages = readDocsPages().filter(({ path }) => path.startsWith('docs/operate/') || path === 'README.md')

  it('use the launcher, which npx would bypass', () => {
    const blocks = pages.flatMap(({ text }) => text.match(/```[\s\S]*?```/g) ?? [])
    expect(blocks.filter(block => block.includes('npx fieldkey'))).toEqual([])
  })
})
