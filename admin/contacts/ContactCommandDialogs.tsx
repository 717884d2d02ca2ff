import { Alert } from '@mantine/core'
import type { Done } from '../../shared/contract/users.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { commandWords } from './contact-commands.ts'
import type { useContactCommand } from './use-contact-command.ts'

type Props = {
  order: ReturnType<typeof useContactCommand>
  /** The result of a later command on the page. */
  changed?: Done | undefined
}

/** The question before a command, the password if needed, and the result. */
export function ContactCommandDialogs({ order, changed }: Props) {
  const { asked, fault, isPending, confirm, cancel } = order
  const done = changed ?? order.done
  const words = asked && commandWords(asked.name, asked.contact)
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
