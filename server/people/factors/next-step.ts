import { daySeconds } from '../../../shared/time.ts'
import type { SecondStepPolicy } from './policies.store.ts'

/** What is known of one person and one browser when the password was right. */
export type FactorFacts = {
  hasFactor: boolean
  /** When the policy first required a factor that this person didn't have; null if it never has. */
  graceBeganAt: Date | null
  /** The person chose not to be asked in this browser for a while. */
  isTrustedBrowser: boolean
}

export type NextStep =
  /** The session starts. With `dueAt`, the person still has until then to add a factor. */
  | { kind: 'none'; dueAt: Date | undefined }
  /** The session starts without the code, because the person trusts this browser. It confirms no change of the account. */
  | { kind: 'trusted' }
  | { kind: 'code'; mayTrust: boolean }
  /** The person adds a factor before the session starts. */
  | { kind: 'add' }

/** Decides what follows a right password. */
export function nextStep(
  { rule, graceDays, trustsBrowsers }: SecondStepPolicy,
  facts: FactorFacts,
  now: Date,
): NextStep {
  if (rule === 'off') return { kind: 'none', dueAt: undefined }
  if (facts.hasFactor) {
    const isAsked = !(trustsBrowsers && facts.isTrustedBrowser)
    return isAsked ? { kind: 'code', mayTrust: trustsBrowsers } : { kind: 'trusted' }
  }
  if (rule === 'offered') return { kind: 'none', dueAt: undefined }
  const began = facts.graceBeganAt ?? now
  const dueAt = new Date(began.getTime() + graceDays * daySeconds * 1000)
  return dueAt > now ? { kind: 'none', dueAt } : { kind: 'add' }
}
