import { Text, Title } from '@mantine/core'
import type { z } from 'zod'
import type { Added } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { DraftFields } from './DraftFields.tsx'
import { FormPage } from './FormPage.tsx'
import { emptyTexts, type Field, type Texts } from './fields.ts'
import { useDraft } from './use-draft.ts'

type Props<Shape extends z.ZodType> = {
  title: string
  text: string
  path: string
  fields: readonly Field[]
  /** What the form begins with, if it isn't empty. */
  before?: Texts
  outdated: readonly string[]
  shape: Shape
  toCommand: (draft: Texts) => z.input<Shape>
  onAdded: (added: Added) => void
}

/** Adds a record on a page of its own. The form names what is missing before it sends anything. */
export function NewRecord<Shape extends z.ZodType<object>>(props: Props<Shape>) {
  const { title, text, path, fields, before, outdated, shape, toCommand, onAdded } = props
  const refresh = useRefresh(...outdated)
  const adding = useCommand({
    mutationFn: (command: object) => ask<Added>(path, { order: command }),
    onSuccess: async added => {
      await refresh()
      onAdded(added)
    },
  })
  const draft = useDraft({ before: before ?? emptyTexts(fields), shape, toCommand, onSave: adding.mutate })
  return (
    <>
      <Title order={1}>{title}</Title>
      <Text c="dimmed">{text}</Text>
      <FormPage isChanged={draft.isChanged} faults={draft.faults} saving={adding} onSave={draft.save}>
        <DraftFields fields={fields} form={draft.form} />
      </FormPage>
    </>
  )
}
