import { Alert } from '@mantine/core'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { orderWords } from './contact-orders.ts'
import type { useContactOrder } from './use-contact-order.ts'

/** The question before an order, the proof where one is needed, and what became of it. */
export function ContactOrderDialogs({ order }: { order: ReturnType<typeof useContactOrder> }) {
  const { asked, fault, isPending, done, confirm, cancel } = order
  const words = asked && orderWords(asked.name, asked.contact)
  return (
    <>
      <div role="status">
        {done && (
          <Alert variant="outline" title="Done">
            {done.text}
          </Alert>
        )}
      </div>
      <ChangeDialog
        isOpen={asked !== undefined && !hasToConfirm(fault)}
        question={words?.question ?? ''}
        confirm={words?.confirm ?? ''}
        isPending={isPending}
        fault={fault}
        onConfirm={confirm}
        onCancel={cancel}
      >
        {words?.text}
      </ChangeDialog>
      <ConfirmYourself isOpen={hasToConfirm(fault)} onConfirmed={confirm} onCancel={cancel} />
    </>
  )
}
