import type { ImportSummary } from '../../../shared/contract/import.ts'
import type { UserType } from '../../../shared/contract/user-lists.ts'
import { userTypes } from '../../../shared/contract/user-lists.ts'
import type { FreeLicences } from '../../people/licences/free-licences.ts'
import { applyContacts } from './apply-contacts.ts'
import { applyRetailers } from './apply-retailers.ts'
import { applyUsers } from './apply-users.ts'
import type { PlannedRow } from './findings.ts'
import type { ApplyContext, PlanNeeds } from './import-command.ts'
import type { RowOutcome } from './import-rows.store.ts'
import { countHashes } from './judge-hash.ts'
import { type PlannedContact, planContacts } from './plan-contacts.ts'
import { type PlannedRetailer, planRetailers } from './plan-retailers.ts'
import { type PlannedUser, planUsers } from './plan-users.ts'

/** The check shows this plan and the run writes it, so both judge rows by the same code. */
export type ImportPlan =
  | { kind: 'users'; rows: PlannedUser[] }
  | { kind: 'retailers'; rows: PlannedRetailer[] }
  | { kind: 'contacts'; rows: PlannedContact[] }

export async function planImport(needs: PlanNeeds): Promise<ImportPlan> {
  const { kind } = needs.command
  if (kind === 'users') return { kind, rows: await planUsers(needs) }
  if (kind === 'retailers') return { kind, rows: await planRetailers(needs) }
  if (kind === 'contacts') return { kind, rows: await planContacts(needs) }
  throw new Error(`An import of ${kind} is written in batches`)
}

export function applyPlan(applying: ApplyContext, plan: ImportPlan): Promise<RowOutcome[]> {
  if (plan.kind === 'users') return applyUsers(applying, plan.rows)
  if (plan.kind === 'retailers') return applyRetailers(applying, plan.rows)
  return applyContacts(applying, plan.rows)
}

/** Counts the licences of each type that the plan needs. */
export function countNeeded(plan: ImportPlan): Map<UserType, number> {
  const needed = new Map<UserType, number>()
  if (plan.kind !== 'users') return needed
  for (const { verdict, userType } of plan.rows)
    if (verdict === 'add') needed.set(userType, (needed.get(userType) ?? 0) + 1)
  return needed
}

export function isShort(plan: ImportPlan, free: FreeLicences): boolean {
  return [...countNeeded(plan)].some(([userType, needed]) => needed > (free.get(userType) ?? 0))
}

/** Gives the free licences to the first rows and refuses the rest. */
export function refuseWithoutLicence(plan: ImportPlan, free: FreeLicences): void {
  if (plan.kind !== 'users') return
  const left = new Map(free)
  for (const row of plan.rows) {
    if (row.verdict !== 'add') continue
    const seats = left.get(row.userType) ?? 0
    left.set(row.userType, seats - 1)
    if (seats > 0) continue
    row.verdict = 'refuse'
    row.findings = [{ kind: 'no-licence', text: row.userType }]
  }
}

export function summarise(plan: ImportPlan, free: FreeLicences): Omit<ImportSummary, 'invitations'> {
  const rows: readonly PlannedRow[] = plan.rows
  const count = (verdict: PlannedRow['verdict']) => rows.filter(row => row.verdict === verdict).length
  const needed = countNeeded(plan)
  const good = rows.filter(({ verdict }) => verdict === 'add' || verdict === 'update')
  const made = good.flatMap(({ findings }) =>
    findings.flatMap(({ kind, text }) => (kind === 'new-territory' && text) || []),
  )
  return {
    add: count('add'),
    update: count('update'),
    leave: count('leave'),
    refuse: count('refuse'),
    noted: rows.filter(({ verdict, findings }) => verdict !== 'refuse' && findings.length > 0).length,
    passwords: plan.kind === 'retailers' ? [] : countHashes(plan.rows),
    newTerritories: [...new Set(made)].toSorted(),
    licences: userTypes.flatMap(userType => {
      const seats = needed.get(userType)
      return seats === undefined ? [] : [{ userType, needed: seats, free: free.get(userType) ?? 0 }]
    }),
  }
}
