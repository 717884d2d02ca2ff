import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Problem } from './Problem.tsx'

type Props = {
  isOpen: boolean
  question: string
  children: ReactNode
  confirm: string
  isPending: boolean
  fault: Error | null
  onConfirm: () => void
  onCancel: () => void
}

/** A question, and its consequences below it. Cancel changes nothing. */
export function ChangeDialog({ isOpen, question, children, confirm, isPending, fault, onConfirm, onCancel }: Props) {
  return (
    <Modal opened={isOpen} onClose={onCancel} title={question} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <div>{children}</div>
        {fault && <Problem fault={fault} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onCancel} data-autofocus>
            Cancel
          </Button>
          <Button onClick={onConfirm} loading={isPending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
