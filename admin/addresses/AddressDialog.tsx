import { Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { DraftFields } from '../ui/DraftFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type Draft, type Field, listMissing } from '../ui/fields.ts'
import { whatHappens } from './address-words.ts'

type Props = {
  title: string
  path: string
  fields: readonly Field[]
  before: Draft
  confirm: string
  /** What one field means for another, while it is typed. */
  follow?: (next: Draft, last: Draft) => Draft
  onDone: (done: Done) => void
  onClose: () => void
}

/** Gives an account another username or address, and says first what that means. A wrong click loses nothing. */
export function AddressDialog({ title, path, fields, before, confirm, follow, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(before)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const changing = useCommand({
    mutationFn: () => ask<Done>(path, { order: draft }),
    onSuccess: async done => {
      await Promise.all(
        ['user', 'users', 'contact', 'retailer', 'retailers', 'new-address'].map(first =>
          queries.invalidateQueries({ queryKey: [first] }),
        ),
      )
      onDone(done)
    },
  })
  const faults = listMissing(fields, draft)
  const save = () => {
    setIsSent(true)
    if (Object.keys(faults).length === 0) changing.mutate()
  }
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      isChanged={JSON.stringify(draft) !== JSON.stringify(before)}
      saving={changing}
      onSave={save}
      onClose={onClose}
    >
      <DraftFields
        fields={fields}
        draft={draft}
        onChange={next => setDraft(follow ? follow(next, draft) : next)}
        faults={isSent ? faults : {}}
      />
      <Stack component="ul" gap="xs" m={0} pl="md">
        {whatHappens.map(text => (
          <Text key={text} component="li" size="sm">
            {text}
          </Text>
        ))}
      </Stack>
    </FormDialog>
  )
}
