import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { webManifest } from '../html/web-manifest.ts'
import type { Http } from './create-http.ts'

export type AssetFolders = {
  /** What Vite built: every name holds a hash of the content. */
  assets: string
  icons: string
}

const icons = ['favicon.svg', 'icon-maskable.svg']
const FOR_A_DAY = 'public, max-age=86400'

/** What pages load. Nothing here depends on who asks. */
export async function assetRoutes(
  http: Http,
  { folders, organisation }: { folders: AssetFolders; organisation: () => Promise<{ name: string }> },
): Promise<void> {
  await http.register(fastifyStatic, {
    root: folders.assets,
    prefix: '/assets/',
    // The build has made .br and .gz beside each file; by themselves they are not files of the site (ASVS 13.4.7).
    preCompressed: true,
    allowedPath: path => /\.(?:js|css|svg|woff2)$/.test(path),
    immutable: true,
    maxAge: '1y',
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
  })
  for (const name of icons) {
    const icon = readFileSync(join(folders.icons, name))
    http.get(`/${name}`, async (_request, reply) =>
      reply.header('cache-control', FOR_A_DAY).type('image/svg+xml; charset=utf-8').send(icon),
    )
  }
  http.get('/manifest.webmanifest', async (_request, reply) => {
    const manifest = JSON.stringify(webManifest(await organisation()))
    return reply.header('cache-control', FOR_A_DAY).type('application/manifest+json; charset=utf-8').send(manifest)
  })
}
