import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Fragment } from 'react'
import { AddressSuggestion } from './AddressSuggestion.tsx'
import { type Field, holdsAddress, type Texts } from './fields.ts'

type Props = { fields: readonly Field[]; form: UseFormReturnType<Texts> }

export function DraftFields({ fields, form }: Props) {
  return fields.map(field => {
    const { name, label, description, type, lines, keys, options, suggestions } = field
    const common = { label, description, autoComplete: 'off', ...form.getInputProps(name) }
    if (options) return <NativeSelect key={name} data={[...options]} {...common} />
    if (suggestions) return <Autocomplete key={name} data={[...suggestions]} {...common} />
    if (lines) return <Textarea key={name} rows={lines} {...common} />
    return (
      <Fragment key={name}>
        <TextInput {...(type && { type })} {...(keys && { inputMode: keys })} {...common} />
        {holdsAddress(field) && (
          <AddressSuggestion typed={form.values[name] ?? ''} onCorrect={address => form.setFieldValue(name, address)} />
        )}
      </Fragment>
    )
  })
}
