import { NativeSelect, TextInput } from '@mantine/core'
import { useCallback } from 'react'
import { addDays } from '../../shared/prices/day-in.ts'
import type { RepApp } from '../app/create-rep-app.ts'
import { useCacheRows, useToday } from '../app/use-app.tsx'
import type { OrderFields, OrderRef } from './use-order-form.ts'

type Props = { order: OrderRef; fields: OrderFields; onChange(fields: Partial<OrderFields>): void }

const mostDays = 366

/** The note, who ordered, and the day that belongs to this kind. */
export function OrderDetails({ order: { retailerId, kind }, fields, onChange }: Props) {
  const ask = useCallback(
    ({ cache }: RepApp) => cache.contacts.where('retailerId').equals(retailerId).sortBy('fullName'),
    [retailerId],
  )
  const contacts = useCacheRows(ask) ?? []
  const today = useToday()
  const span = { type: 'date', min: today, max: addDays(today, mostDays) }
  return (
    <>
      <TextInput
        label={`Note on the ${kind}`}
        value={fields.note}
        maxLength={2000}
        onChange={({ currentTarget: { value } }) => onChange({ note: value })}
      />
      {contacts.length > 0 && (
        <NativeSelect
          label="Ordered by"
          value={fields.contactId ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ contactId: value || null })}
          data={[
            { value: '', label: 'No one named' },
            ...contacts.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
        />
      )}
      {kind === 'order' && (
        <TextInput
          {...span}
          label="For a later day"
          description="The office holds the order until this day."
          value={fields.requestedDay ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ requestedDay: value || null })}
        />
      )}
      {kind === 'quote' && (
        <TextInput
          {...span}
          label="Valid until"
          description="Without a day, the office sets one."
          value={fields.validUntil ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ validUntil: value || null })}
        />
      )}
    </>
  )
}
