import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findBrowser } from '../tests/support/browsers/browser.ts'

/** Makes sure that there is a browser for the tests. If we can't install one, returns a sentence that says how. */
export function provideBrowser(): string | undefined {
  if (process.env.CHROMIUM_PATH && !findBrowser()) return `CHROMIUM_PATH leads nowhere: ${process.env.CHROMIUM_PATH}`
  if (findBrowser()) return undefined
  if (process.getuid?.() === 0 && isDebian()) {
    console.log('Installing Chromium for the tests …')
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium')
    if (findBrowser()) return undefined
  }
  return `The tests need a browser: install Chromium (${adviceFor()}), or name one in CHROMIUM_PATH; \`npm run test:unit\` needs none.`
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['--quiet', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env })
}

/** Ubuntu and others declare themselves like Debian. */
function isDebian(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync(file, 'utf8'))
}

function adviceFor(): string {
  if (process.platform === 'darwin') return 'brew install --cask chromium'
  return isDebian() ? 'sudo apt-get install chromium' : 'npx playwright install chromium'
}
