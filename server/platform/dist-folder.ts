import { join } from 'node:path'

/** The files built for the browser, and the lists of the password rule. */
export const distFolder = join(import.meta.dirname, '../../dist')
