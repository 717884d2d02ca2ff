import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { type LicenceChange, licenceChange, type Subscription } from '../../shared/contract/subscription.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { typeWords } from '../ui/account-words.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { amountOf, centsOf } from '../ui/money.ts'
import { useDraft } from '../ui/use-draft.ts'
import { effectWords } from './subscription-words.ts'

type Licence = Subscription['licences'][number]

type Props = { licence: Licence; currency: string; onClose: () => void }

/** Changes the number and the cost of licences, and says what Save will do. The number can't go below those in use. */
export function ManageLicences({ licence, currency, onClose }: Props) {
  const { userType, used } = licence
  const refresh = useRefresh('subscription')
  const changing = useCommand({
    mutationFn: (change: LicenceChange) => ask<Done>(`/subscription/${userType}`, { order: change }),
    onSuccess: onClose,
    onSettled: refresh,
  })
  const draft = useDraft({
    before: { enabled: licence.enabled, monthlyPriceCents: amountOf(licence.monthlyPriceCents) },
    shape: licenceChange,
    toCommand: typed => ({ ...typed, monthlyPriceCents: centsOf(typed.monthlyPriceCents) }),
    onSave: changing.mutate,
  })
  const { enabled, monthlyPriceCents: price } = draft.form.values
  const step = (by: number) => draft.form.setFieldValue('enabled', Math.max(used, enabled + by))
  const cents = licenceChange.shape.monthlyPriceCents.safeParse(centsOf(price)).data ?? licence.monthlyPriceCents
  return (
    <FormDialog
      title={`Licences: ${typeWords[userType]}`}
      confirm="Save"
      draft={draft}
      saving={changing}
      onClose={onClose}
    >
      <Group pt={6}>
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
        {...draft.form.getInputProps('monthlyPriceCents')}
      />
      <Text role="status">{effectWords({ before: licence, enabled, monthlyPriceCents: cents, currency })}</Text>
    </FormDialog>
  )
}
