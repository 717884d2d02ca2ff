import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']

/** Finds Chromium: at CHROMIUM_PATH, installed on the machine, or downloaded by Playwright. */
export function findBrowser(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined
  const folders = [...PATH.split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const installed = commands.flatMap(command => folders.map(folder => join(folder, command)))
  return [...installed, ...macApps.map(app => join('/Applications', app)), chromium.executablePath()].find(existsSync)
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The launch options. Chromium has no sandbox for root. */
export function browserOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findBrowser()
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  return { ...(executablePath !== undefined && { executablePath }), args }
}
