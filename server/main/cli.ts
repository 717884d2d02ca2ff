import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Beside the packages, which belong to the same account as the code: a folder for temporary files would let another
// account put code there. Where this account can't write, Node goes on without a cache.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/fieldkey'))

const { main } = await import('./command-line/main.ts')
await main()
