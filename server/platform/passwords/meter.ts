import type { StrengthContext } from '../../../shared/strength/types.ts'
import type { PasswordContext, PasswordRule } from './password-rule.ts'

export type Meter = { context: StrengthContext; dictionariesUrl: string }

/** The data that a page with a new password needs to show its strength by the server's own rule. */
export function meterFor(rule: PasswordRule, context: PasswordContext): Meter {
  return {
    context: { ...context, minimumLength: rule.minimumLength },
    dictionariesUrl: `/strength/${rule.dictionariesName}`,
  }
}
