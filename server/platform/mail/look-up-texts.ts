import { Resolver } from 'node:dns/promises'

export type Texts = { kind: 'found'; texts: string[] } | { kind: 'none' } | { kind: 'no-answer' }
export type LookUpTexts = (name: string) => Promise<Texts>

/**
 * DNS answers that mean the name does not exist or has no TXT record. Any other error is a failed query, not an answer.
 */
const meansNone = ['ENOTFOUND', 'ENODATA']
const patienceMs = 3000

/** Queries DNS for the TXT records of a name, within a few seconds. */
export function createLookUpTexts({ servers }: { servers: readonly string[] }): LookUpTexts {
  const resolver = new Resolver({ timeout: patienceMs, tries: 1 })
  if (servers.length > 0) resolver.setServers(servers)
  return async name => {
    try {
      const records = await resolver.resolveTxt(name)
      // A record is split into strings of at most 255 bytes, which are joined without a space (RFC 7208, 3.3).
      return { kind: 'found', texts: records.map(pieces => pieces.join('')) }
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
      return { kind: meansNone.includes(code) ? 'none' : 'no-answer' }
    }
  }
}
