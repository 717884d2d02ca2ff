import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { newVisit } from '../../shared/contract/visits.ts'
import { ask } from '../api/ask.ts'
import { visitPlacesQuery } from '../api/planning-queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import type { Visit } from './use-visit-command.ts'

type Props = { repId: string; visit: Visit | undefined; day: string; onDone: (done: Done) => void; onClose: () => void }

/** Plans a visit, or changes one: its day, time and note. Removes it, too. */
export function VisitDialog({ repId, visit, day, onDone, onClose }: Props) {
  const refresh = useRefresh('visits')
  const onSuccess = async (done: Done) => {
    await refresh()
    onDone(done)
    onClose()
  }
  const saving = useCommand({
    mutationFn: ({ repId, retailerId, ...change }: NewVisitDraft) =>
      visit
        ? ask<Done>(`/visits/${visit.id}`, { order: change })
        : ask<Done>('/visits', { order: { repId, retailerId, ...change } }),
    onSuccess,
  })
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/visits/${visit?.id}/remove`, { order: {} }),
    onSuccess,
  })
  const before = { retailerId: visit?.retailerId ?? '', day, time: visit?.time ?? '09:00', note: visit?.note ?? '' }
  const draft = useDraft({
    before,
    shape: newVisit,
    toCommand: typed => ({ repId, ...typed }),
    onSave: saving.mutate,
  })
  const { getInputProps } = draft.form
  return (
    <FormDialog
      title={visit ? `Visit to ${visit.retailerName}` : 'New visit'}
      confirm={visit ? 'Save' : 'Plan visit'}
      draft={draft}
      saving={saving}
      onClose={onClose}
    >
      {!visit && <RetailerPicker repId={repId} {...getInputProps('retailerId')} />}
      <TextInput type="date" label="Day" {...getInputProps('day')} />
      <TextInput type="time" label="Time" {...getInputProps('time')} />
      <Textarea
        label="Note"
        description="The rep reads it in the app."
        autosize
        minRows={2}
        {...getInputProps('note')}
      />
      {visit && (
        <Button variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
          Remove this visit
        </Button>
      )}
    </FormDialog>
  )
}

type NewVisitDraft = { repId: string; retailerId: string; day: string; time: string; note: string }

type PickerProps = { repId: string; value?: string; error?: string; onChange?: (id: string) => void }

function RetailerPicker({ repId, value = '', error, onChange }: PickerProps) {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(visitPlacesQuery(repId, typed))
  const options = (data?.retailers ?? []).map(({ id, name, town }) => ({
    value: id,
    label: town === '' ? name : `${name}, ${town}`,
  }))
  return (
    <Select
      label="Retailer"
      description="Open retailers in the rep's territories"
      data={options}
      filter={({ options: all }) => all}
      searchable
      onSearchChange={text => setTyped(text.split(',')[0] ?? '')}
      nothingFoundMessage="No retailer of this rep matches."
      value={value || null}
      error={error}
      onChange={id => onChange?.(id ?? '')}
    />
  )
}
