import type { z } from 'zod'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { DraftFields } from './DraftFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import type { Field, Texts } from './fields.ts'
import { useDraft } from './use-draft.ts'

type Props<Shape extends z.ZodType> = {
  title: string
  path: string
  fields: readonly Field[]
  before: Texts
  /** The first words of the queries that the change makes out of date. */
  outdated: readonly string[]
  shape: Shape
  toCommand: (draft: Texts) => z.input<Shape>
  onDone?: (done: Done) => void
  onClose: () => void
}

/** Changes a record in a dialog. The form names what is missing before it sends anything. */
export function EditRecord<Shape extends z.ZodType<object>>(props: Props<Shape>) {
  const { title, path, fields, before, outdated, shape, toCommand, onDone, onClose } = props
  const refresh = useRefresh(...outdated)
  const saving = useCommand({
    mutationFn: (command: object) => ask<Done>(path, { order: command }),
    onSuccess: async done => {
      await refresh()
      onDone?.(done)
      onClose()
    },
  })
  const draft = useDraft({ before, shape, toCommand, onSave: saving.mutate })
  return (
    <FormDialog title={title} confirm="Save" draft={draft} saving={saving} onClose={onClose}>
      <DraftFields fields={fields} form={draft.form} />
    </FormDialog>
  )
}
