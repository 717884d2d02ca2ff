import type { StrengthEstimate } from '../../../shared/strength/types.ts'
import type { PasswordContext, PasswordRefusal, PasswordRule } from '../../platform/passwords/password-rule.ts'

export type NewPasswordRefusal =
  | { why: 'empty' | 'mismatch' }
  | { why: PasswordRefusal; estimate: StrengthEstimate; minimumLength: number }

/** Judges a new password: both fields must match, and it must be strong enough and not leaked. */
export function judgeNewPassword(
  rule: PasswordRule,
  { first, second, context }: { first: string; second: string; context: PasswordContext },
): NewPasswordRefusal | undefined {
  if (first === '') return { why: 'empty' }
  if (first !== second) return { why: 'mismatch' }
  const verdict = rule.judge(first, context)
  if (verdict.kind === 'accepted') return undefined
  return { why: verdict.reason, estimate: verdict.estimate, minimumLength: rule.minimumLength }
}
