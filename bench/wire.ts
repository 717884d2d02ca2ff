import { type Browser, createBrowser } from './browser.ts'
import { printFigures } from './figures.ts'
import { startBenchGround } from './ground.ts'

const kB = 1000

/** Measures the compressed transfer size, without headers, of the pages, the meter, the admin site and the app. */
export async function benchWire(): Promise<void> {
  const ground = await startBenchGround({ count: 1 })
  try {
    const browser = createBrowser(ground.url, '10.4.0.1')
    const [username = ''] = ground.people
    const signIn = await weigh(browser, '/sign-in')
    const admin = await weigh(browser, '/admin')
    const app = await weigh(browser, '/app')
    const mail = ground.smtp.nextMail({ to: username })
    await browser.post('/reset', { username })
    const path = /\/reset\/[\w-]{43}/.exec((await mail).text)?.[0] ?? ''
    const reset = await weigh(browser, path)
    const meter = await weighMeter(browser, reset)
    browser.close()
    printFigures('Over the wire, compressed', [
      figure('/sign-in in all', signIn.bytes, 25),
      figure('reset screen before the first key', reset.bytes, 40),
      figure('strength code and dictionaries after it', meter, 450),
      figure('/admin in all', admin.bytes, 250),
      figure('/app in all', app.bytes, 250),
    ])
  } finally {
    await ground.stop()
  }
}

const figure = (name: string, bytes: number, most: number) => ({
  name,
  value: `${(bytes / kB).toFixed(1)} kB`,
  aim: `at most ${most} kB`,
  isReached: bytes <= most * kB,
})

type Weighed = { bytes: number; html: string; scripts: string[] }

/** A page with everything that it references: style sheet, scripts, icon, manifest. */
async function weigh(browser: Browser, path: string): Promise<Weighed> {
  const page = await browser.get(path)
  const html = await decode(page)
  const addresses = [...new Set([...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, address = '']) => address))]
  const assets = addresses.filter(address => /^\/(?:(?:(?:admin|app)\/)?assets\/|favicon|manifest)/.test(address))
  const parts = await Promise.all(assets.map(address => browser.get(address)))
  const bytes = parts.reduce((sum, part) => sum + part.bytes, page.bytes)
  return { bytes, html, scripts: assets.filter(address => address.endsWith('.js')) }
}

/** The modules that the reset screen's scripts load later, down to the worker, and the dictionaries. */
async function weighMeter(browser: Browser, { html, scripts }: Weighed): Promise<number> {
  const dictionaries = /data-dictionaries="([^"]+)"/.exec(html)?.[1] ?? ''
  const seen = new Set(scripts)
  let bytes = (await browser.get(dictionaries)).bytes
  const queue = [...scripts]
  for (let script = queue.shift(); script !== undefined; script = queue.shift()) {
    const answer = await browser.get(script)
    if (!scripts.includes(script)) bytes += answer.bytes
    for (const [, name = ''] of (await decode(answer)).matchAll(/["'`](?:\.\/|\/?assets\/)([\w.-]+\.js)["'`]/g)) {
      const address = `/assets/${name}`
      if (seen.has(address)) continue
      seen.add(address)
      queue.push(address)
    }
  }
  return bytes
}

async function decode({ body, headers }: { body: Buffer; headers: Record<string, unknown> }): Promise<string> {
  const format = headers['content-encoding']
  if (format === undefined) return body.toString()
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib')
  return (format === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString()
}
