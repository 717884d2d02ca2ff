import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { browserOptions } from './browser.ts'

/** A browser on a device. Its stored data outlives its process. */
export type KillableBrowser = {
  context: BrowserContext
  page: Page
  /** Kills all its processes, as when the system reclaims the memory or the battery is empty. */
  kill(): Promise<void>
  /** Closes it as a user does. */
  close(): Promise<void>
}

export type Device = {
  /** The server's URL in the browser, which reaches it at the port `through`. */
  open(options?: { server: string; through: string }): Promise<KillableBrowser>
  erase(): void
}

const quiet = ['--headless=new', '--remote-debugging-port=0', '--hide-crash-restore-bubble', '--password-store=basic']

/** A folder for the browser's profile, like the storage of a tablet. */
export function createDevice(): Device {
  const profile = mkdtempSync(join(tmpdir(), 'fieldkey-device-'))
  const started: ChildProcess[] = []
  const killAll = () => {
    for (const browser of started) if (isRunning(browser)) killGroup(browser)
  }
  // A test that times out isn't waited for, and its browser must not remain.
  process.once('exit', killAll)
  return {
    open: async road => {
      const rules = road ? [`--host-resolver-rules=MAP ${hostOf(road.server)} ${hostOf(road.through)}`] : []
      const { executablePath = chromium.executablePath(), args } = browserOptions()
      const own = [...args, ...quiet, ...rules, `--user-data-dir=${profile}`, 'about:blank']
      // A separate process group, so that the kill reaches the processes of its pages too.
      const browser = spawn(executablePath, own, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
      started.push(browser)
      return connect(browser, await findAddress(browser))
    },
    erase: () => {
      killAll()
      process.off('exit', killAll)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null
const hostOf = (url: string) => new URL(url).host

async function connect(process_: ChildProcess, address: string): Promise<KillableBrowser> {
  const ended = once(process_, 'exit')
  const browser = await chromium.connectOverCDP(address, { timeout: 300_000 })
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser came without a profile')
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    kill: async () => {
      killGroup(process_)
      await ended
      await browser.close().catch(() => undefined)
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await ended
    },
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error('The browser did not start')
  process.kill(-pid, 'SIGKILL')
}

async function findAddress(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('The browser has no output')
  const said: string[] = []
  for await (const line of createInterface({ input: browser.stderr })) {
    said.push(line)
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) {
      browser.stderr.resume()
      return address
    }
  }
  throw new Error(`The browser did not start:\n${said.join('\n')}`)
}
