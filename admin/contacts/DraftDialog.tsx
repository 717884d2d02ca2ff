import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { DraftFields } from './DraftFields.tsx'
import { type Draft, type Field, listMissing } from './fields.ts'

type Props = {
  title: string
  path: string
  fields: readonly Field[]
  before: Draft
  toOrder: (draft: Draft) => object
  onDone?: (done: Done) => void
  onClose: () => void
}

/** Only Cancel and Save leave it, and Cancel asks: a wrong click loses nothing. */
export function DraftDialog({ title, path, fields, before, toOrder, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(before)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: () => ask<Done>(path, { order: toOrder(draft) }),
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
  const unsaved = useUnsaved(JSON.stringify(draft) !== JSON.stringify(before) && !saving.isSuccess)
  const faults = listMissing(fields, draft)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(faults).length === 0) saving.mutate()
  }
  return (
    <>
      <Modal
        opened={!hasToConfirm(saving.error) && !unsaved.isAsked}
        onClose={onClose}
        title={title}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <form onSubmit={save} noValidate>
          <Stack>
            <DraftFields fields={fields} draft={draft} onChange={setDraft} faults={isSent ? faults : {}} />
            {saving.error && <Problem fault={saving.error} />}
            <Group justify="space-between">
              <Button variant="default" onClick={() => unsaved.leave(onClose)}>
                Cancel
              </Button>
              <Button type="submit" loading={saving.isPending}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <LeaveDialog unsaved={unsaved} />
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={() => save()} onCancel={() => saving.reset()} />
    </>
  )
}
