import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportDetails } from '../../shared/contract/import.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { momentWords } from '../ui/moments.ts'
import { useImportCommand } from './use-import-command.ts'

/** Deletes the file before it expires. */
export function DeleteFile({ data }: { data: ImportDetails }) {
  const [isAsked, setIsAsked] = useState(false)
  const navigate = useNavigate()
  const deleting = useImportCommand(data, 'discard', {
    onDone: () => void navigate({ to: '/import', search: { kind: data.kind } }),
  })
  return (
    <Group>
      <Button variant="default" onClick={() => setIsAsked(true)}>
        Delete the file
      </Button>
      <ChangeDialog
        isOpen={isAsked}
        question="Delete the file?"
        confirm="Delete"
        isPending={deleting.isPending}
        fault={deleting.error}
        onConfirm={() => deleting.mutate({})}
        onCancel={() => setIsAsked(false)}
      >
        The file's rows and result are deleted. Imported data stays. Otherwise the file is deleted automatically on{' '}
        {momentWords(data.keptUntil)}.
      </ChangeDialog>
    </Group>
  )
}
