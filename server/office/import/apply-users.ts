import { insertUsers, renamePeople } from '../../people/accounts/accounts.store.ts'
import { isMailUsername } from '../../people/accounts/username.ts'
import { mayGrant } from '../../people/roles/authority.ts'
import { giveTerritoriesToMany } from '../../people/territories/territories.store.ts'
import { type ApplyContext, inChunks } from './import-command.ts'
import type { RowOutcome } from './import-rows.store.ts'
import { makeTerritories } from './make-territories.ts'
import { Overtaken } from './overtaken.ts'
import type { PlannedUser } from './plan-users.ts'
import { requireId } from './require-id.ts'

/** Writes the plan in the caller's transaction, which already locks the licences. */
export async function applyUsers({ tx, command, at, record, report }: ApplyContext, planned: readonly PlannedUser[]) {
  const good = planned.filter(({ verdict }) => verdict === 'add' || verdict === 'update')
  const { authority } = command
  for (const roleId of new Set(good.flatMap(({ roleId, verdict }) => (verdict === 'add' && roleId) || [])))
    if (!(await mayGrant(tx, { authority, roleId }))) throw new Overtaken()
  const ids = await makeTerritories(tx, {
    command,
    territories: good.flatMap(({ territories = [] }) => territories),
    at,
  })
  const outcomes = new Map<number, RowOutcome>(planned.map(row => [row.place, row]))
  const idsOf = ({ territories = [] }: PlannedUser) => territories.flatMap(({ name }) => ids.get(name) ?? [])

  for (const people of inChunks(good.filter(({ verdict }) => verdict === 'add'))) {
    const added = await insertUsers(tx, { people, at })
    if (added.size < people.length) throw new Overtaken()
    const given = people.map(user => ({ accountId: requireId(added.get(user.key)), territoryIds: idsOf(user), user }))
    await giveTerritoriesToMany(tx, given)
    for (const { accountId, user } of given) {
      record({ action: 'user-added', accountId, details: { type: user.userType } })
      const invitation = isMailUsername(user.username) && user.passwordHash === null ? 'possible' : null
      outcomes.set(user.place, { ...user, accountId, invitation })
    }
    await report(people.length)
  }
  for (const people of inChunks(good.filter(({ verdict }) => verdict === 'update'))) {
    const changed = people.map(user => ({ ...user, id: requireId(user.accountId) }))
    await renamePeople(tx, changed)
    const moved = changed.filter(({ territories }) => territories)
    await giveTerritoriesToMany(
      tx,
      moved.map(user => ({ accountId: user.id, territoryIds: idsOf(user) })),
    )
    for (const { id } of changed)
      record({ action: 'user-changed', accountId: id, details: { type: false, role: false } })
    for (const user of people) outcomes.set(user.place, { ...user, accountId: undefined })
    await report(people.length)
  }
  return [...outcomes.values()]
}
