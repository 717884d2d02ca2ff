import type { ImportRow } from './import.store.ts'
import { type ImportCommand, namesOfFields, settingsOf } from './import-command.ts'

/** The command that an import carries out, from what the database keeps of it. */
export function toCommand(row: ImportRow): ImportCommand {
  const { ordered_by: actorAccountId, network, device } = row
  return {
    id: row.id,
    kind: row.kind,
    fields: namesOfFields(row.fields),
    // A file that was uploaded before an update has no choice for what is new.
    settings: { ...settingsOf(row.kind), ...row.settings },
    authority: { actor: 'administrator', actorAccountId, network, device },
  }
}
