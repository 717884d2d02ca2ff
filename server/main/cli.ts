import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Next to the packages, which belong to the same account as the code. In a folder for temporary files, another account
// could put code there. If this account can't write, Node runs without a cache.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/fieldkey'))

const { main } = await import('./command-line/main.ts')
await main()
