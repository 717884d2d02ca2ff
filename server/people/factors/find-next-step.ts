import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import { hashToken } from '../../platform/token.ts'
import type { Account } from '../accounts/account.ts'
import { getFactorFacts } from './factor-facts.query.ts'
import { beginGrace } from './grace.store.ts'
import { type NextStep, nextStep } from './next-step.ts'

const noDevice = Buffer.alloc(0)

type Needs = { db: Db; clock: Clock }

async function find({ db, clock }: { db: Queryable; clock: Clock }, account: Account, deviceToken?: string) {
  const now = clock.now()
  const deviceHash = deviceToken === undefined ? noDevice : hashToken(deviceToken)
  const { policy, facts } = await getFactorFacts(db, { account, deviceHash, now })
  return { now, facts, step: nextStep(policy, facts, now) }
}

/** Finds what follows a right password. The first sign-in without a required factor begins the grace period. */
export function createFindNextStep(needs: Needs) {
  return async function findNextStep(
    account: Account,
    deviceToken: string | undefined,
    within: Queryable = needs.db,
  ): Promise<NextStep> {
    const { now, facts, step } = await find({ ...needs, db: within }, account, deviceToken)
    const begins = step.kind === 'none' && step.dueAt !== undefined && facts.graceBeganAt === null
    if (begins) await beginGrace(within, { accountId: account.id, at: now })
    return step
  }
}

export type FindNextStep = ReturnType<typeof createFindNextStep>

/** Finds what would follow a right password in a new browser. Changes nothing, so that a page can show it. */
export function createReadNextStep(needs: Needs) {
  return async (account: Account): Promise<NextStep> => (await find(needs, account)).step
}

export type ReadNextStep = ReturnType<typeof createReadNextStep>
