import { Button, Group, Modal, Stack } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { ConfirmYourself } from './ConfirmYourself.tsx'
import { hasToConfirm } from './has-to-confirm.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { Problem } from './Problem.tsx'
import { useUnsaved } from './use-unsaved.ts'

type Props = {
  title: string
  confirm: string
  /** `save` is called again when the user has confirmed the password. */
  draft: { isChanged: boolean; save: () => void }
  saving: Pick<UseMutationResult<unknown, Error>, 'error' | 'isPending' | 'isSuccess' | 'reset'>
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog. Only its two buttons close it, and Cancel asks first if something was typed. */
export function FormDialog({ title, confirm, draft, saving, onClose, children }: Props) {
  const unsaved = useUnsaved(draft.isChanged && !saving.isSuccess)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draft.save()
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
        <form onSubmit={submit} noValidate>
          <Stack>
            {children}
            {saving.error && <Problem fault={saving.error} />}
            <Group justify="space-between">
              <Button variant="default" onClick={() => unsaved.leave(onClose)}>
                Cancel
              </Button>
              <Button type="submit" loading={saving.isPending}>
                {confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <LeaveDialog unsaved={unsaved} />
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={draft.save} onCancel={() => saving.reset()} />
    </>
  )
}
