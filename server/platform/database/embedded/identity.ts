import { statSync } from 'node:fs'

/**
 * Which folder a server was started in. Its command line and its settings carry this, so a copy of the folder, whose
 * `postmaster.pid` still names the server of the original, is told apart from the original.
 */
export const identitySetting = 'fieldkey.folder'

export function identify(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  return `${dev}:${ino}`
}
