import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { hashToken } from '../../platform/token.ts'
import type { Account } from '../accounts/account.ts'
import { getFactorFacts } from './factor-facts.query.ts'
import { beginGrace } from './grace.store.ts'
import { type NextStep, nextStep } from './next-step.ts'

const noDevice = Buffer.alloc(0)

/** Finds what follows a right password. The first sign-in without a required factor begins the grace period. */
export function createFindNextStep({ db, clock }: { db: Db; clock: Clock }) {
  return async function findNextStep(account: Account, deviceToken: string | undefined): Promise<NextStep> {
    const now = clock.now()
    const deviceHash = deviceToken === undefined ? noDevice : hashToken(deviceToken)
    const { policy, facts } = await getFactorFacts(db, { account, deviceHash, now })
    const step = nextStep(policy, facts, now)
    const begins = step.kind === 'none' && step.dueAt !== undefined && facts.graceBeganAt === null
    if (begins) await beginGrace(db, { accountId: account.id, at: now })
    return step
  }
}

export type FindNextStep = ReturnType<typeof createFindNextStep>
