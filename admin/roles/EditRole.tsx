import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Access,
  accessLevels,
  allows,
  type ModuleName,
  moduleNames,
  type Rights,
} from '../../shared/contract/rights.ts'
import type { RoleDraft } from '../../shared/contract/roles.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { accessWords, moduleWords } from './role-words.ts'

type Props = RoleDraft & {
  /** Nothing where the role is new. */
  id?: string
  holders?: number
  /** Nobody gives what they lack, so it is not offered. */
  mine: Rights
  onClose: (done?: string) => void
}

/** What a role is called, and what it gives in each part of the site. */
export function EditRole({ id, holders = 0, mine, onClose, ...before }: Props) {
  const [name, setName] = useState(before.name)
  const [rights, setRights] = useState(before.rights)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const saving = useCommand({
    mutationFn: (role: RoleDraft) => ask<Done>(id ? `/roles/${id}` : '/roles', { order: role }),
    onSuccess: done => onClose(done.text),
    onSettled: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  })
  const isMissing = name.trim() === ''
  const save = () => {
    setIsSent(true)
    if (!isMissing) saving.mutate({ name, rights })
  }
  const offered = (module: ModuleName) =>
    accessLevels
      .filter(access => allows(mine, { module, access }))
      .map(access => ({ value: access, label: accessWords[access] }))
  return (
    <FormDialog
      title={id ? `Role: ${before.name}` : 'New role'}
      confirm="Save"
      isChanged={name !== before.name || JSON.stringify(rights) !== JSON.stringify(before.rights)}
      saving={saving}
      onSave={save}
      onClose={() => onClose()}
    >
      <TextInput
        label="Name"
        data-autofocus
        maxLength={60}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={isSent && isMissing ? 'Give the role a name.' : undefined}
        autoComplete="off"
      />
      {moduleNames.map(module => (
        <NativeSelect
          key={module}
          label={moduleWords[module]}
          data={offered(module)}
          value={rights[module]}
          onChange={event => setRights({ ...rights, [module]: event.currentTarget.value as Access })}
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
