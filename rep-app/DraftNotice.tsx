import { Button, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useApp } from './app/use-app.tsx'
import { useDeleteDraft } from './app/use-drafts.ts'
import { useStore } from './device/use-store.ts'
import { leftWords } from './statements/kept.ts'
import { deletedWords } from './statements/stays.ts'

/** Says what happened to the draft that the rep just left or deleted, until the rep goes on. */
export function DraftNotice() {
  const { draftNotice } = useApp()
  const { pathname } = useLocation()
  const notice = useStore(draftNotice)
  const deleteDraft = useDeleteDraft()
  const shown = notice?.at === pathname ? notice : undefined
  const undo = async () => {
    if (shown && 'undo' in shown) await shown.undo()
    draftNotice.set(undefined)
  }
  return (
    <div role="status" className="notice-bar">
      {shown?.kind === 'kept' && (
        <div className="notice">
          <Text>{leftWords(shown)}</Text>
          {!shown.isFix && (
            <Button variant="default" onClick={() => void deleteDraft(shown)}>
              Delete draft
            </Button>
          )}
        </div>
      )}
      {shown && 'undo' in shown && (
        <div className="notice">
          <Text>{deletedWords(shown)}</Text>
          <Button variant="default" onClick={() => void undo()}>
            Undo
          </Button>
        </div>
      )}
    </div>
  )
}
