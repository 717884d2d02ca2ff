import { NativeSelect, Text, TextInput } from '@mantine/core'
import { accessLevels, allows, type ModuleName, moduleNames, type Rights } from '../../shared/contract/rights.ts'
import { type RoleDraft, roleDraft } from '../../shared/contract/roles.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { accessWords, moduleWords } from './role-words.ts'

type Props = RoleDraft & {
  /** Left out for a new role. */
  id?: string
  holders?: number
  /** An administrator can only give rights that they have, so the form offers no others. */
  mine: Rights
  onClose: (done?: string) => void
}

/** The name of a role, and its rights in each part of the site. */
export function EditRole({ id, name, rights, holders = 0, mine, onClose }: Props) {
  const refresh = useRefresh('roles')
  const saving = useCommand({
    mutationFn: (role: RoleDraft) => ask<Done>(id ? `/roles/${id}` : '/roles', { order: role }),
    onSuccess: done => onClose(done.text),
    onSettled: refresh,
  })
  const draft = useDraft({
    before: { name, rights },
    shape: roleDraft,
    toCommand: typed => typed,
    onSave: saving.mutate,
  })
  const offered = (module: ModuleName) =>
    accessLevels
      .filter(access => allows(mine, { module, access }))
      .map(access => ({ value: access, label: accessWords[access] }))
  return (
    <FormDialog
      title={id ? `Role: ${name}` : 'New role'}
      confirm="Save"
      draft={draft}
      saving={saving}
      onClose={() => onClose()}
    >
      <TextInput label="Name" data-autofocus maxLength={60} autoComplete="off" {...draft.form.getInputProps('name')} />
      {moduleNames.map(module => (
        <NativeSelect
          key={module}
          label={moduleWords[module]}
          data={offered(module)}
          {...draft.form.getInputProps(`rights.${module}`)}
        />
      ))}
      {holders > 0 && (
        <Text>
          It takes effect immediately for the {holders === 1 ? 'user who has' : `${holders} users who have`} it.
        </Text>
      )}
    </FormDialog>
  )
}
