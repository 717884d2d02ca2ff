import { statSync } from 'node:fs'

/**
 * The folder in which a server was started, in its command line and settings. It tells a copied folder from the
 * original: the copy's `postmaster.pid` still names the server of the original.
 */
export const identitySetting = 'fieldkey.folder'

export function identify(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  return `${dev}:${ino}`
}
