import { ChangeDialog } from './ChangeDialog.tsx'
import type { Unsaved } from './use-unsaved.ts'

/** Cancel has the focus, so that a wrong click followed by a wrong key loses nothing. */
export function LeaveDialog({ unsaved }: { unsaved: Unsaved }) {
  return (
    <ChangeDialog
      isOpen={unsaved.isAsked}
      question="Leave without saving?"
      confirm="Leave"
      isPending={false}
      fault={null}
      onConfirm={unsaved.goOn}
      onCancel={unsaved.stay}
    >
      Your changes will be lost.
    </ChangeDialog>
  )
}
