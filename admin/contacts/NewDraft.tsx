import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Added } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { DraftFields } from '../ui/DraftFields.tsx'
import { type Draft, type Field, listMissing } from '../ui/fields.ts'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'

type Props = {
  title: string
  text: string
  path: string
  fields: readonly Field[]
  toCommand: (draft: Draft) => object
  onAdded: (added: Added) => void
}

/** Adds something: what is missing is named before anything is sent, and what was typed is not lost by a wrong click. */
export function NewDraft({ title, text, path, fields, toCommand, onAdded }: Props) {
  const [draft, setDraft] = useState<Draft>({})
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const adding = useCommand({
    mutationFn: () => ask<Added>(path, { order: toCommand(draft) }),
    onSuccess: async added => {
      await Promise.all(['retailer', 'retailers'].map(first => queries.invalidateQueries({ queryKey: [first] })))
      onAdded(added)
    },
  })
  const isChanged = Object.values(draft).some(Boolean)
  const unsaved = useUnsaved(isChanged && !adding.isSuccess && !adding.isPending)
  const faults = listMissing(fields, draft)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(faults).length === 0) adding.mutate()
  }
  return (
    <>
      <Title order={1}>{title}</Title>
      <Text c="dimmed">{text}</Text>
      {isSent && Object.keys(faults).length > 0 && (
        <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Something is missing">
          {Object.values(faults).join(' ')}
        </Alert>
      )}
      {adding.error && !hasToConfirm(adding.error) && <Problem fault={adding.error} />}
      <form onSubmit={save} noValidate>
        <Stack>
          <DraftFields fields={fields} draft={draft} onChange={setDraft} faults={isSent ? faults : {}} />
          <Group>
            <Button type="submit" loading={adding.isPending || adding.isSuccess}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmYourself isOpen={hasToConfirm(adding.error)} onConfirmed={() => save()} onCancel={() => adding.reset()} />
      <LeaveDialog unsaved={unsaved} />
    </>
  )
}
