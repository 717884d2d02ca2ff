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
  /** Something was typed that is not saved. */
  isChanged: boolean
  saving: Pick<UseMutationResult<unknown, Error>, 'error' | 'isPending' | 'isSuccess' | 'reset'>
  /** Also once more, when the person has proved who they are. */
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog. Only its two buttons leave it, and Cancel asks: a wrong click loses nothing. */
export function FormDialog({ title, confirm, isChanged, saving, onSave, onClose, children }: Props) {
  const unsaved = useUnsaved(isChanged && !saving.isSuccess)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
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
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={onSave} onCancel={() => saving.reset()} />
    </>
  )
}
