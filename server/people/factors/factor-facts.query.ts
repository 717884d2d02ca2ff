import type { SecondStepAudience } from '../../../shared/contract/second-step-lists.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Account } from '../accounts/account.ts'
import type { FactorFacts } from './next-step.ts'
import type { SecondStepPolicy } from './policies.store.ts'

type Question = { account: Account; deviceHash: Buffer; now: Date }

/** Reads the policy for a person, and what is known of the person and the browser, in one query. */
export async function getFactorFacts(
  db: Queryable,
  { account, deviceHash, now }: Question,
): Promise<{ policy: SecondStepPolicy; facts: FactorFacts }> {
  const row = await db
    .selectFrom('second_step_policies as p')
    .select(['p.rule', 'p.grace_days', 'p.trusts_browsers'])
    .select(eb => [
      eb
        .or([
          eb.exists(eb.selectFrom('code_generators').select('account_id').where('account_id', '=', account.id)),
          eb.exists(eb.selectFrom('passkeys').select('id').where('account_id', '=', account.id)),
        ])
        .as('has_factor'),
      eb.selectFrom('second_step_grace').select('began_at').where('account_id', '=', account.id).as('began_at'),
      eb
        .exists(
          eb
            .selectFrom('known_devices')
            .select('account_id')
            .where('account_id', '=', account.id)
            .where('token_hash', '=', deviceHash)
            .where('trusted_until', '>', now),
        )
        .as('is_trusted'),
    ])
    .where('p.audience', '=', audienceOf(account))
    .executeTakeFirstOrThrow()
  return {
    policy: { rule: row.rule, graceDays: row.grace_days, trustsBrowsers: row.trusts_browsers },
    facts: {
      hasFactor: Boolean(row.has_factor),
      graceBeganAt: row.began_at,
      isTrustedBrowser: Boolean(row.is_trusted),
    },
  }
}

const audienceOf = (account: Account): SecondStepAudience => (account.kind === 'user' ? account.userType : 'contact')
