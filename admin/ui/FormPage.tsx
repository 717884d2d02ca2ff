import { Alert, Button, Group, Stack } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { ConfirmYourself } from './ConfirmYourself.tsx'
import { hasToConfirm } from './has-to-confirm.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { Problem } from './Problem.tsx'
import { useUnsaved } from './use-unsaved.ts'

type Props = {
  isChanged: boolean
  /** The errors that keep the form from being sent. */
  faults: readonly string[]
  saving: Pick<UseMutationResult<unknown, Error>, 'error' | 'isPending' | 'isSuccess' | 'reset'>
  /** Called again when the user has confirmed the password. */
  onSave: () => void
  children: ReactNode
}

/** A form on a page of its own. Leaving it with unsaved input asks first. */
export function FormPage({ isChanged, faults, saving, onSave, children }: Props) {
  const unsaved = useUnsaved(isChanged && !saving.isSuccess && !saving.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <>
      {faults.length > 0 && (
        <Alert role="alert" variant="outline" color="var(--mantine-color-error)" title="Something is missing">
          {faults.join(' ')}
        </Alert>
      )}
      {saving.error && !hasToConfirm(saving.error) && <Problem fault={saving.error} />}
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          <Group>
            <Button type="submit" loading={saving.isPending || saving.isSuccess}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={onSave} onCancel={() => saving.reset()} />
      <LeaveDialog unsaved={unsaved} />
    </>
  )
}
