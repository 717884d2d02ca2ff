import { Alert, Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SecondStepPolicy } from '../../shared/contract/second-step.ts'
import type { SecondStepRule } from '../../shared/contract/second-step-lists.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { audienceWords } from './audience-words.ts'

type Props = { policies: readonly SecondStepPolicy[]; mayWrite: boolean }

/** Who is asked for a code or a passkey besides the password. */
export function SecondStepPart({ policies, mayWrite }: Props) {
  const refresh = useRefresh('settings')
  const saving = useCommand({
    mutationFn: (order: SecondStepPolicy): Promise<Done> => ask<Done>('/settings/second-step', { order }),
    onSettled: refresh,
  })
  const mustConfirm = hasToConfirm(saving.error)
  return (
    <Stack component="section" aria-labelledby="second-step">
      <div>
        <Title order={2} id="second-step">
          Second step
        </Title>
        <Text c="dimmed">
          With a second step, a password alone opens nothing. “Required” begins for each person after the days of grace.
        </Text>
      </div>
      <div role="status">{saving.data && <Alert variant="outline">{saving.data.text}</Alert>}</div>
      {policies.map(policy => (
        <PolicyForm key={policy.audience} policy={policy} mayWrite={mayWrite} onSave={saving.mutate} />
      ))}
      {saving.error && !mustConfirm && <Problem fault={saving.error} />}
      <ConfirmYourself
        isOpen={mustConfirm}
        onConfirmed={() => saving.variables && saving.mutate(saving.variables)}
        onCancel={() => saving.reset()}
      />
    </Stack>
  )
}

const rules: { value: SecondStepRule; label: string }[] = [
  { value: 'off', label: 'Off' },
  { value: 'offered', label: 'Offered' },
  { value: 'required', label: 'Required' },
]

type FormProps = { policy: SecondStepPolicy; mayWrite: boolean; onSave: (policy: SecondStepPolicy) => void }

function PolicyForm({ policy, mayWrite, onSave }: FormProps) {
  const [draft, setDraft] = useState(policy)
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave(draft)
  }
  const name = audienceWords[policy.audience]
  return (
    <form onSubmit={save} aria-label={name} noValidate>
      <Group align="end">
        <NativeSelect
          label={name}
          data={rules}
          value={draft.rule}
          disabled={!mayWrite}
          onChange={({ currentTarget }) => setDraft({ ...draft, rule: currentTarget.value as SecondStepRule })}
        />
        <NumberInput
          label="Days of grace"
          min={0}
          max={90}
          w={130}
          value={draft.graceDays}
          disabled={!mayWrite || draft.rule !== 'required'}
          onChange={days => setDraft({ ...draft, graceDays: Math.trunc(Number(days)) })}
        />
        <Checkbox
          label="May trust a browser for 30 days"
          checked={draft.trustsBrowsers}
          disabled={!mayWrite || draft.rule === 'off'}
          onChange={({ currentTarget }) => setDraft({ ...draft, trustsBrowsers: currentTarget.checked })}
        />
        {mayWrite && (
          <Button type="submit" variant="default" aria-label={`Apply the rule for ${name}`}>
            Apply
          </Button>
        )}
      </Group>
    </form>
  )
}
