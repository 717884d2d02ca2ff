import { Button, Fieldset, Group, NativeSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { OrganisationDraft } from '../../shared/contract/settings.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { ColourField } from './ColourField.tsx'
import {
  currencyOptions,
  daysOptions,
  fetchColourAgain,
  problemsOf,
  readWords,
  timeZoneOptions,
} from './settings-words.ts'

type Props = { organisation: OrganisationDraft; mayWrite: boolean }

/** Name, help line, words, currency and colour: one form, one Save. */
export function OrganisationForm({ organisation, mayWrite }: Props) {
  const [draft, setDraft] = useState(organisation)
  const [words, setWords] = useState(organisation.securityWords.join('\n'))
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const saving = useCommand({
    mutationFn: (order: OrganisationDraft) => ask<Done>('/settings', { order }),
    onSuccess: fetchColourAgain,
    onSettled: () =>
      Promise.all(['settings', 'administrator'].map(queryKey => queries.invalidateQueries({ queryKey: [queryKey] }))),
  })
  const order: OrganisationDraft = {
    ...draft,
    name: draft.name.trim(),
    contactLine: draft.contactLine.trim(),
    securityWords: readWords(words),
  }
  const isChanged = JSON.stringify(order) !== JSON.stringify(organisation)
  const problems = isSent ? problemsOf(order) : {}
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(problemsOf(order)).length === 0) saving.mutate(order)
  }
  const leaving = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  const text = (field: 'name' | 'contactLine', label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      value={draft[field]}
      error={problems[field]}
      autoComplete="off"
      onChange={event => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  )
  return (
    <form onSubmit={save} noValidate aria-label="Organisation">
      <Fieldset variant="unstyled" disabled={!mayWrite}>
        <Stack maw={560}>
          {text('name', 'Organisation', 'Shown at the top of every page and email.')}
          {text('contactLine', 'Help line', 'Shown at the foot of every page and email: who to call or write to.')}
          <Textarea
            label="Words that add no strength to a password"
            description="One a line: company, brands, products, the town. Whoever knows you tries them first. They count for the next password that somebody chooses; present ones stay."
            autosize
            minRows={3}
            maxRows={10}
            value={words}
            error={problems.securityWords}
            onChange={event => setWords(event.currentTarget.value)}
          />
          <NativeSelect
            label="Currency"
            description="For orders in the app and for the cost of licences. Amounts are not converted."
            data={currencyOptions(draft.currency)}
            value={draft.currency}
            onChange={event => setDraft({ ...draft, currency: event.currentTarget.value })}
          />
          <Select
            label="Time zone"
            description="Prices with dates, visits and targets start and end at midnight here."
            data={timeZoneOptions(draft.timeZone)}
            searchable
            allowDeselect={false}
            value={draft.timeZone}
            onChange={timeZone => setDraft({ ...draft, timeZone: timeZone ?? draft.timeZone })}
          />
          <NativeSelect
            label="The app hides what it shows"
            description="Applies to a device that hasn't reached this server for that long, because it may be lost. Unsent orders on it are kept."
            data={daysOptions(draft.hiddenAfterDays)}
            value={String(draft.hiddenAfterDays)}
            onChange={event => setDraft({ ...draft, hiddenAfterDays: Number(event.currentTarget.value) })}
          />
          <ColourField
            colour={draft.colour}
            error={problems.colour}
            onChange={colour => setDraft({ ...draft, colour })}
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
      <ChangeDialog
        isOpen={leaving.status === 'blocked'}
        question="Leave without saving?"
        confirm="Leave"
        isPending={false}
        fault={null}
        onConfirm={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        Your changes on this page will be lost.
      </ChangeDialog>
      <ConfirmYourself isOpen={hasToConfirm(saving.error)} onConfirmed={() => save()} onCancel={() => saving.reset()} />
    </form>
  )
}
