import { NativeSelect, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { AddressSuggestion } from './AddressSuggestion.tsx'
import { type Draft, type Field, holdsAddress } from './fields.ts'

type Props = { fields: readonly Field[]; draft: Draft; onChange: (draft: Draft) => void; faults: Draft }

export function DraftFields({ fields, draft, onChange, faults }: Props) {
  return fields.map(field => {
    const { name, label, description, type, options } = field
    const change = (text: string) => onChange({ ...draft, [name]: text })
    const common = {
      label,
      description,
      value: draft[name] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
      error: faults[name],
      autoComplete: 'off',
    }
    if (options) return <NativeSelect key={name} data={[...options]} {...common} />
    return (
      <Fragment key={name}>
        <TextInput {...(type && { type })} {...common} />
        {holdsAddress(field) && <AddressSuggestion typed={common.value} onCorrect={change} />}
      </Fragment>
    )
  })
}
