import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { InvitationRound, NewInvitationRound } from '../../shared/contract/invitation-rounds.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { Problem } from '../ui/Problem.tsx'

type Props = { contacts: NewInvitationRound['contacts']; label: string }

/** Opens the preview of who would be invited. Nothing is sent before the preview is confirmed. */
export function PrepareInvitations({ contacts, label }: Props) {
  const navigate = useNavigate()
  const preparing = useCommand({
    mutationFn: () => ask<InvitationRound>('/invitation-rounds', { order: { id: crypto.randomUUID(), contacts } }),
    onSuccess: ({ id }) => navigate({ to: '/contacts/invitations/$roundId', params: { roundId: id } }),
  })
  return (
    <>
      <Button variant="default" loading={preparing.isPending} onClick={() => preparing.mutate()}>
        {label}
      </Button>
      {preparing.error && <Problem fault={preparing.error} />}
    </>
  )
}
