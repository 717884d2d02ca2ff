import { useQueryClient } from '@tanstack/react-query'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { addressOf, commandWords, type HeldCommand } from './held-words.ts'

/** Asks before something becomes an order, becomes nothing, or is let in. */
export function DecideDialog({ order, onClose }: { order: HeldCommand; onClose: (done?: string) => void }) {
  const queries = useQueryClient()
  const deciding = useCommand({
    mutationFn: () => ask<Done>(addressOf(order), { order: {} }),
    onSuccess: done => onClose(done.text),
    onSettled: () =>
      Promise.all(['held-items', 'waiting-devices'].map(first => queries.invalidateQueries({ queryKey: [first] }))),
  })
  const { question, text, confirm } = commandWords(order)
  const mustConfirm = hasToConfirm(deciding.error)
  return (
    <>
      <ChangeDialog
        isOpen={!mustConfirm}
        question={question}
        confirm={confirm}
        isPending={deciding.isPending}
        fault={deciding.error}
        onConfirm={() => deciding.mutate()}
        onCancel={() => onClose()}
      >
        {text}
      </ChangeDialog>
      <ConfirmYourself isOpen={mustConfirm} onConfirmed={() => deciding.mutate()} onCancel={() => deciding.reset()} />
    </>
  )
}
