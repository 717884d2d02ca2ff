import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FormEvent } from 'react'
import { type OrganisationDraft as Organisation, organisationDraft } from '../../shared/contract/settings.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { ColourField } from './ColourField.tsx'
import { draftOf, toOrganisation } from './organisation-draft.ts'
import { currencyOptions, daysOptions, fetchColourAgain, timeZoneOptions } from './settings-words.ts'

type Props = { organisation: Organisation; mayWrite: boolean }

/** Name, help line, words, currency and colour: one form, one Save. */
export function OrganisationForm({ organisation, mayWrite }: Props) {
  const refresh = useRefresh('settings', 'administrator')
  const saving = useCommand({
    mutationFn: (order: Organisation): Promise<Done> => ask<Done>('/settings', { order }),
    onSuccess: (_, saved) => {
      // Spaces that the server drops must not count as a change.
      form.setValues(draftOf(saved))
      fetchColourAgain()
    },
    onSettled: refresh,
  })
  const { form, save, isChanged } = useDraft({
    before: draftOf(organisation),
    shape: organisationDraft,
    toCommand: toOrganisation,
    onSave: saving.mutate,
  })
  const unsaved = useUnsaved(isChanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const text = (field: 'name' | 'contactLine', label: string, description: string) => (
    <TextInput label={label} description={description} autoComplete="off" {...form.getInputProps(field)} />
  )
  const [, wordsError] = Object.entries(form.errors).find(([path]) => path.startsWith('securityWords')) ?? []
  return (
    <form onSubmit={submit} noValidate aria-label="Organisation">
      <Fieldset variant="unstyled" disabled={!mayWrite}>
        <Stack maw={560}>
          {text('name', 'Organisation', 'Shown at the top of every page and email.')}
          {text('contactLine', 'Help line', 'Shown at the foot of every page and email: who to call or write to.')}
          <Textarea
            label="Words that add no strength to a password"
            description="One a line: company, brands, products, the town. Attackers who know you try them first. They apply to the next password that a person chooses. Present passwords stay."
            autosize
            minRows={3}
            maxRows={10}
            {...form.getInputProps('securityWords')}
            error={wordsError}
          />
          <Choices form={form} />
          <ColourField
            colour={form.values.colour}
            error={form.errors.colour}
            onChange={colour => form.setFieldValue('colour', colour)}
          />
          {saving.error && !hasToConfirm(saving.error) && <Problem fault={saving.error} />}
          {mayWrite && (
            <Group>
              <Button type="submit" loading={saving.isPending}>
                Save
              </Button>
              <Text role="status">{!isChanged && saving.data?.text}</Text>
            </Group>
          )}
        </Stack>
      </Fieldset>
      <LeaveDialog unsaved={unsaved} />
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={save} onCancel={() => saving.reset()} />
    </form>
  )
}

type Form = UseFormReturnType<ReturnType<typeof draftOf>>

function Choices({ form }: { form: Form }) {
  return (
    <>
      <NativeSelect
        label="Currency"
        description="For orders in the app and for the cost of licences. Amounts are not converted."
        data={currencyOptions(form.values.currency)}
        {...form.getInputProps('currency')}
      />
      <Select
        label="Time zone"
        description="Prices with dates, visits and targets start and end at midnight here."
        data={timeZoneOptions(form.values.timeZone)}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
      <Checkbox
        label="Confirm orders by email"
        description="The contact for whom a rep captured an order gets an email with its PDF. Orders on the website are always confirmed, and quotes always sent."
        {...form.getInputProps('confirmsOrders', { type: 'checkbox' })}
      />
      <NativeSelect
        label="The app hides what it shows"
        description="Applies to a device that hasn't reached this server for that long, because it may be lost. Unsent orders on it are kept."
        data={daysOptions(Number(form.values.hiddenAfterDays))}
        {...form.getInputProps('hiddenAfterDays')}
      />
    </>
  )
}
