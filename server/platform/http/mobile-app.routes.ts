import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppIconName, appIcons, drawAppIcon, iconColours } from './app-icon.ts'
import { appManifest } from './app-manifest.ts'
import type { Http } from './http.ts'
import { permissionsWithCamera, policyWithWebAssembly } from './security-headers.ts'
import { serveBuilt } from './serve-built.ts'

type Needs = { folder: string; organisation: () => Promise<{ name: string; colour: string | null }> }

const forADay = 'public, max-age=86400'

/**
 * Serves the page of the rep's app at each of its addresses, and the files that keep it on the device. The page is the
 * same for all users: the service worker caches it for offline use, together with its policy.
 */
export async function mobileAppRoutes(http: Http, { folder, organisation }: Needs): Promise<void> {
  await serveBuilt(http, { root: join(folder, 'assets'), prefix: '/app/assets/' })
  const read = (name: string) => readFileSync(join(folder, name))
  const [page, worker] = [read('app.html'), read('sw.js')]
  for (const url of ['/app', '/app/*']) {
    http.get(url, async (_request, reply) =>
      reply
        .header('permissions-policy', permissionsWithCamera)
        .header('content-security-policy', policyWithWebAssembly())
        .type('text/html; charset=utf-8')
        .send(page),
    )
  }
  http.get('/app/sw.js', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      // The address of the app is /app itself, which is not below the worker's own folder /app/.
      .header('service-worker-allowed', '/app')
      .type('text/javascript; charset=utf-8')
      .send(worker),
  )
  installationRoutes(http, organisation)
}

/** What a browser needs to install the app: its manifest and icons, with the name and colour of the organisation. */
function installationRoutes(http: Http, organisation: Needs['organisation']): void {
  http.get('/app/manifest.webmanifest', async (request, reply) => {
    const manifest = JSON.stringify(appManifest(await organisation()))
    const tag = `"${createHash('sha256').update(manifest).digest('base64url')}"`
    reply.header('cache-control', 'no-cache').header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.type('application/manifest+json; charset=utf-8').send(manifest)
  })
  const drawn = createDrawnIcons()
  for (const name of Object.keys(appIcons) as AppIconName[]) {
    http.get(`/app/icons/${name}.png`, async (_request, reply) =>
      reply
        .header('cache-control', forADay)
        .type('image/png')
        .send(drawn(name, (await organisation()).colour)),
    )
  }
}

/** Each icon is drawn once for each colour. */
function createDrawnIcons() {
  let ofColour: { ground?: string; icons: Map<AppIconName, Buffer> } = { icons: new Map() }
  return (name: AppIconName, colour: string | null): Buffer => {
    const colours = iconColours(colour)
    if (ofColour.ground !== colours.ground) ofColour = { ground: colours.ground, icons: new Map() }
    const icon = ofColour.icons.get(name) ?? drawAppIcon(name, colours)
    ofColour.icons.set(name, icon)
    return icon
  }
}
