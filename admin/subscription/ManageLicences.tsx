import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LicenceChange, Subscription } from '../../shared/contract/subscription.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { typeWords } from '../ui/account-words.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { effectWords } from './subscription-words.ts'

type Licence = Subscription['licences'][number]

type Props = { licence: Licence; currency: string; onClose: () => void }

/** Plus and minus, and in words what Save will do; never below what is used. */
export function ManageLicences({ licence, currency, onClose }: Props) {
  const { userType, used, enabled: before, monthlyPriceCents } = licence
  const [enabled, setEnabled] = useState(before)
  const [price, setPrice] = useState((monthlyPriceCents / 100).toFixed(2))
  const queries = useQueryClient()
  const changing = useCommand({
    mutationFn: (change: LicenceChange) => ask<Done>(`/subscription/${userType}`, { order: change }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['subscription'] }),
  })
  const cents = Math.round(Number(price.replace(',', '.')) * 100)
  const isPrice = Number.isInteger(cents) && cents >= 0
  const save = () => isPrice && changing.mutate({ enabled, monthlyPriceCents: cents })
  const step = (by: number) => setEnabled(Math.max(used, enabled + by))
  return (
    <>
      <Modal
        opened={!hasToConfirm(changing.error)}
        onClose={onClose}
        title={`Licences: ${typeWords[userType]}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack pt={6}>
          <Group>
            <ActionIcon
              size={44}
              variant="default"
              aria-label="One fewer"
              disabled={enabled <= used}
              onClick={() => step(-1)}
            >
              −
            </ActionIcon>
            <Text fw={650} role="status" aria-label="Enabled">
              {enabled}
            </Text>
            <ActionIcon size={44} variant="default" aria-label="One more" onClick={() => step(1)} data-autofocus>
              +
            </ActionIcon>
          </Group>
          <TextInput
            label={`Monthly cost of one (${currency})`}
            inputMode="decimal"
            value={price}
            error={isPrice ? undefined : 'Enter an amount such as 15.00.'}
            onChange={event => setPrice(event.currentTarget.value)}
          />
          <Text role="status">
            {effectWords({
              before: licence,
              enabled,
              monthlyPriceCents: isPrice ? cents : monthlyPriceCents,
              currency,
            })}
          </Text>
          {changing.error && <Problem fault={changing.error} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={save} loading={changing.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </Modal>
      <ConfirmYourself isOpen={hasToConfirm(changing.error)} onConfirmed={save} onCancel={onClose} />
    </>
  )
}
