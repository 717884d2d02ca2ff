import { join } from 'node:path'

/** What is built for the browser, and the lists of the password rule. */
export const distFolder = join(import.meta.dirname, '../../dist')
