import fastifyStatic from '@fastify/static'
import type { Http } from './http.ts'

/** Serves what Vite built. Every name holds a hash of the content, so browsers may cache it for good. */
export async function serveBuilt(http: Http, { root, prefix }: { root: string; prefix: string }): Promise<void> {
  await http.register(fastifyStatic, {
    root,
    prefix,
    // The build made .br and .gz files beside each file. They are not files of the site themselves (ASVS 13.4.7).
    preCompressed: true,
    allowedPath: path => /\.(?:js|css|svg|woff2|wasm)$/.test(path),
    immutable: true,
    maxAge: '1y',
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
  })
}
