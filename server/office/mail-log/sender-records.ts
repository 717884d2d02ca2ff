import type { SenderVerdict } from '../../../shared/contract/mail-lists.ts'
import type { LookUpTexts } from '../../platform/mail/look-up-texts.ts'

/** The record under one DNS name and what is wrong with it. */
export type SenderFinding = {
  name: string
  verdict: Exclude<SenderVerdict, 'unnamed'>
  found: string | null
  fault?: 'twice' | 'lets-everybody' | 'revoked' | 'no-policy'
  /** DMARC: what receivers should do with mail that fails. */
  policy?: string
}

/** SPF (RFC 7208): exactly one record, and one that does not allow every sender. */
export async function findSpf(lookUp: LookUpTexts, domain: string): Promise<SenderFinding> {
  const answer = await findOne(lookUp, domain, /^v=spf1(?:\s|$)/i)
  const letsEverybody = answer.found !== null && /(?:^|\s)\+?all(?:\s|$)/i.test(answer.found)
  return letsEverybody ? { ...answer, verdict: 'faulty', fault: 'lets-everybody' } : answer
}

/**
 * DKIM (RFC 6376, 3.6.1): a key under the name of the selector. An empty key is revoked. The version may be omitted.
 */
export async function findDkim(lookUp: LookUpTexts, domain: string, selector: string): Promise<SenderFinding> {
  const answer = await findOne(lookUp, `${selector}._domainkey.${domain}`, /(?:^|;)\s*p=/i)
  const isRevoked = answer.found !== null && /(?:^|;)\s*p=\s*(?:;|$)/i.test(answer.found)
  return isRevoked ? { ...answer, verdict: 'faulty', fault: 'revoked' } : answer
}

/**
 * DMARC (RFC 7489): at the domain itself, otherwise at the nearest parent that has a record, but never at a top-level
 * domain.
 */
export async function findDmarc(lookUp: LookUpTexts, domain: string): Promise<SenderFinding> {
  const [, parent = ''] = /^[^.]+\.(.+)$/.exec(domain) ?? []
  const answer = await findOne(lookUp, `_dmarc.${domain}`, /^v=DMARC1\s*(?:;|$)/i)
  if (answer.verdict === 'missing' && parent.includes('.')) {
    const above = await findDmarc(lookUp, parent)
    return above.verdict === 'missing' ? answer : above
  }
  if (answer.verdict !== 'found') return answer
  const policy = /;\s*p=\s*(none|quarantine|reject)\s*(?:;|$)/i.exec(answer.found ?? '')?.[1]?.toLowerCase()
  return policy === undefined ? { ...answer, verdict: 'faulty', fault: 'no-policy' } : { ...answer, policy }
}

/** Two records of a kind count as none in SPF, DKIM and DMARC. */
async function findOne(lookUp: LookUpTexts, name: string, kind: RegExp): Promise<SenderFinding> {
  const answer = await lookUp(name)
  if (answer.kind === 'no-answer') return { name, verdict: 'no-answer', found: null }
  const [found = null, second] = answer.kind === 'found' ? answer.texts.filter(text => kind.test(text.trim())) : []
  if (second !== undefined) return { name, verdict: 'faulty', found, fault: 'twice' }
  return { name, verdict: found === null ? 'missing' : 'found', found }
}
