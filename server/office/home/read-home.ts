import { type HomeAnswer, homeDays } from '../../../shared/contract/home.ts'
import { allows, type ModuleName, type Rights } from '../../../shared/contract/rights.ts'
import type { ReadSubscription } from '../../people/licences/read-subscription.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { ReadSetUpFaults } from '../../platform/http/recent-set-up-faults.ts'
import { countMailFailing } from '../../platform/mail/failing-accounts.query.ts'
import { type Day, listLastDays } from './days.query.ts'
import { countFailedMail, countLocked, countResets, countSignIns, findMedianSeconds } from './home.query.ts'

type Needs = { db: Db; clock: Clock; readSubscription: ReadSubscription; readSetUpFaults: ReadSetUpFaults }

/** Reads the numbers of the last days, as far as the administrator may read their data. */
export function createReadHome({ db, clock, readSubscription, readSetUpFaults }: Needs) {
  return async function readHome({ rights }: { rights: Rights }): Promise<HomeAnswer> {
    const { timeZone } = await getOrganisation(db)
    const days = await listLastDays(db, { zone: timeZone, now: clock.now(), count: homeDays })
    const whole = { from: (days[0] as Day).from, until: (days.at(-1) as Day).until }
    const ifMay = <T>(module: ModuleName, read: () => Promise<T>) =>
      allows(rights, { module, access: 'read' }) ? read() : null
    const [signIns, resets, locked, seats, mail, setUp] = await Promise.all([
      ifMay('users', async () => toSignIns(await countSignIns(db, days))),
      ifMay('users', async () => toResets(await countResets(db, days), await findMedianSeconds(db, whole))),
      ifMay('users', () => countLocked(db)),
      ifMay('subscription', async () =>
        (await readSubscription()).licences.map(({ userType, used, enabled }) => ({ userType, used, enabled })),
      ),
      ifMay('mail', async () => ({ failing: await countMailFailing(db), failed: await countFailedMail(db, whole) })),
      ifMay('settings', readSetUpFaults),
    ])
    return { days: days.map(({ date }) => date), timeZone, signIns, resets, locked, seats, mail, setUp }
  }
}

export type ReadHome = ReturnType<typeof createReadHome>

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

const toSignIns = (perDay: number[]) => ({ total: sum(perDay), perDay })

function toResets(perDay: Awaited<ReturnType<typeof countResets>>, medianSeconds: number | null) {
  return {
    asked: sum(perDay.map(({ asked }) => asked)),
    mailed: sum(perDay.map(({ mailed }) => mailed)),
    completed: sum(perDay.map(({ completed }) => completed)),
    notDelivered: sum(perDay.map(({ notDelivered }) => notDelivered)),
    medianSeconds,
    askedPerDay: perDay.map(({ asked }) => asked),
    completedPerDay: perDay.map(({ completed }) => completed),
  }
}
