import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  mostTokenDays,
  type NewServiceToken,
  newServiceToken,
  type ServiceTokenAdded,
} from '../../shared/contract/service-tokens.ts'
import { ask } from '../api/ask.ts'
import { rolesQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'

const empty = { name: '', roleId: '', days: 180 as number | string }

type Props = { onClose: () => void; onAdded: (added: ServiceTokenAdded) => void }

/** Makes a token for another system, with the rights of a role. */
export function AddServiceToken({ onClose, onAdded }: Props) {
  const refresh = useRefresh('service-tokens')
  const { data } = useQuery(rolesQuery)
  const adding = useCommand({
    mutationFn: (token: NewServiceToken) => ask<ServiceTokenAdded>('/service-tokens', { order: token }),
    onSuccess: onAdded,
    onSettled: refresh,
  })
  const draft = useDraft({
    before: empty,
    shape: newServiceToken,
    toCommand: ({ days, ...typed }) => ({ ...typed, days: Number(days) }),
    onSave: adding.mutate,
  })
  const roles = (data?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormDialog title="Add a service token" confirm="Add service token" draft={draft} saving={adding} onClose={onClose}>
      <TextInput label="Name, such as ERP" autoComplete="off" {...draft.form.getInputProps('name')} />
      <NativeSelect
        label="Role"
        description="The token may do what this role allows."
        data={[{ value: '', label: 'Choose a role' }, ...roles]}
        {...draft.form.getInputProps('roleId')}
      />
      <NumberInput
        label={`Valid for days (at most ${mostTokenDays})`}
        min={1}
        max={mostTokenDays}
        allowDecimal={false}
        hideControls
        {...draft.form.getInputProps('days')}
      />
    </FormDialog>
  )
}
