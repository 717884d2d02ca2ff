import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { newAddressQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { waitingTitle, waitingWords, whyNotWords } from './address-words.ts'

type Props = {
  /** The user or contact in the API: `/users/…` or `/contacts/…`. */
  path: string
  mayWrite: boolean
  onDone: (done: Done) => void
}

/** A new address that gets no password emails yet: why, until when, and a button for a second administrator. */
export function WaitingAddress({ path, mayWrite, onDone }: Props) {
  const { data } = useQuery(newAddressQuery(path))
  const [isAsked, setIsAsked] = useState(false)
  const queries = useQueryClient()
  const waiting = data?.waiting
  const approving = useCommand({
    mutationFn: (changeId: string) => ask<Done>(`${path}/approve-address`, { order: { changeId } }),
    onSuccess: done => {
      setIsAsked(false)
      onDone(done)
    },
    onSettled: () =>
      Promise.all(['new-address', 'user', 'contact'].map(first => queries.invalidateQueries({ queryKey: [first] }))),
  })
  if (!waiting) return null
  const approve = () => approving.mutate(waiting.changeId)
  const cancel = () => {
    setIsAsked(false)
    approving.reset()
  }
  return (
    <>
      <Alert
        variant="outline"
        color={waiting.until === null ? 'var(--mantine-color-error)' : 'var(--warning)'}
        title={waitingTitle(waiting)}
      >
        <Stack gap="sm" align="start">
          <Text>{waitingWords(waiting)}</Text>
          {mayWrite && waiting.whyNot && <Text>{whyNotWords[waiting.whyNot]}</Text>}
          {mayWrite && !waiting.whyNot && (
            <Button onClick={() => setIsAsked(true)}>
              {waiting.isPutBack ? 'Settle the dispute' : 'Approve the new address'}
            </Button>
          )}
        </Stack>
      </Alert>
      <ChangeDialog
        isOpen={isAsked && !hasToConfirm(approving.error)}
        question={waiting.isPutBack ? 'Has the person confirmed their address?' : 'Is this the person’s own address?'}
        confirm={waiting.isPutBack ? 'Settle' : 'Approve'}
        isPending={approving.isPending}
        fault={approving.error}
        onConfirm={approve}
        onCancel={cancel}
      >
        Password emails go to {waiting.address} as soon as you approve. Call the person first: an email may reach
        someone else.
      </ChangeDialog>
      <ConfirmYourself isOpen={hasToConfirm(approving.error)} onConfirmed={approve} onCancel={cancel} />
    </>
  )
}
