import { Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { DraftFields } from '../ui/DraftFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import type { Field, Texts } from '../ui/fields.ts'
import { useDraft } from '../ui/use-draft.ts'
import { whatHappens } from './address-words.ts'

type Props<Shape extends z.ZodType> = {
  title: string
  path: string
  fields: readonly Field[]
  before: Texts
  shape: Shape
  toCommand: (draft: Texts) => z.input<Shape>
  confirm: string
  /** Changes other fields when one is typed. */
  follow?: (next: Texts, last: Texts) => Texts
  onDone: (done: Done) => void
  onClose: () => void
}

/** Gives an account another username or address, and says first what that means. */
export function AddressDialog<Shape extends z.ZodType<object>>(props: Props<Shape>) {
  const { title, path, fields, before, shape, toCommand, confirm, follow, onDone, onClose } = props
  const refresh = useRefresh('user', 'users', 'contact', 'retailer', 'retailers', 'new-address')
  const changing = useCommand({
    mutationFn: (command: object) => ask<Done>(path, { order: command }),
    onSuccess: async done => {
      await refresh()
      onDone(done)
    },
  })
  const draft = useDraft({ before, shape, toCommand, onSave: changing.mutate, ...(follow && { follow }) })
  return (
    <FormDialog title={title} confirm={confirm} draft={draft} saving={changing} onClose={onClose}>
      <DraftFields fields={fields} form={draft.form} />
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
