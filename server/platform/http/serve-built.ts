import fastifyStatic from '@fastify/static'
import type { Http } from './create-http.ts'

/** Serves what Vite built: every name holds a hash of the content, so browsers may keep it for good. */
export async function serveBuilt(http: Http, { root, prefix }: { root: string; prefix: string }): Promise<void> {
  await http.register(fastifyStatic, {
    root,
    prefix,
    // The build has made .br and .gz beside each file; by themselves they are not files of the site (ASVS 13.4.7).
    preCompressed: true,
    allowedPath: path => /\.(?:js|css|svg|woff2)$/.test(path),
    immutable: true,
    maxAge: '1y',
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
  })
}
