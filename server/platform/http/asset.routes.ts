import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { webManifest } from '../html/web-manifest.ts'
import type { Http } from './http.ts'
import { serveBuilt } from './serve-built.ts'

export type AssetFolders = {
  /** The folder that Vite built. Every file name holds a hash of the content. */
  assets: string
  icons: string
}

const icons = ['favicon.svg', 'icon-maskable.svg']
const forADay = 'public, max-age=86400'

/** Serves what pages load. The answers are the same for all callers. */
export async function assetRoutes(
  http: Http,
  {
    folders,
    organisation,
  }: { folders: AssetFolders; organisation: () => Promise<{ name: string; colour: string | null }> },
): Promise<void> {
  await serveBuilt(http, { root: folders.assets, prefix: '/assets/' })
  for (const name of icons) {
    const icon = readFileSync(join(folders.icons, name))
    http.get(`/${name}`, async (_request, reply) =>
      reply.header('cache-control', forADay).type('image/svg+xml; charset=utf-8').send(icon),
    )
  }
  http.get('/manifest.webmanifest', async (_request, reply) => {
    const manifest = JSON.stringify(webManifest(await organisation()))
    return reply.header('cache-control', forADay).type('application/manifest+json; charset=utf-8').send(manifest)
  })
}
