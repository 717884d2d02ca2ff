import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { DraftFields } from '../ui/DraftFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type Draft, type Field, listMissing } from '../ui/fields.ts'

type Props = {
  title: string
  path: string
  fields: readonly Field[]
  before: Draft
  toCommand: (draft: Draft) => object
  onDone?: (done: Done) => void
  onClose: () => void
}

/** Only Cancel and Save leave it, and Cancel asks: a wrong click loses nothing. */
export function DraftDialog({ title, path, fields, before, toCommand, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(before)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const saving = useCommand({
    mutationFn: () => ask<Done>(path, { order: toCommand(draft) }),
    onSuccess: async done => {
      await Promise.all(
        ['contact', 'retailer', 'retailers', 'territories'].map(first =>
          queries.invalidateQueries({ queryKey: [first] }),
        ),
      )
      onDone?.(done)
      onClose()
    },
  })
  const faults = listMissing(fields, draft)
  const save = () => {
    setIsSent(true)
    if (Object.keys(faults).length === 0) saving.mutate()
  }
  return (
    <FormDialog
      title={title}
      confirm="Save"
      isChanged={JSON.stringify(draft) !== JSON.stringify(before)}
      saving={saving}
      onSave={save}
      onClose={onClose}
    >
      <DraftFields fields={fields} draft={draft} onChange={setDraft} faults={isSent ? faults : {}} />
    </FormDialog>
  )
}
