import { NativeSelect, TextInput } from '@mantine/core'
import type { Draft, Field } from './fields.ts'

type Props = { fields: readonly Field[]; draft: Draft; onChange: (draft: Draft) => void; faults: Draft }

export function DraftFields({ fields, draft, onChange, faults }: Props) {
  return fields.map(({ name, label, description, type, options }) => {
    const common = {
      label,
      description,
      value: draft[name] ?? '',
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...draft, [name]: event.currentTarget.value }),
      error: faults[name],
      autoComplete: 'off',
    }
    if (options) return <NativeSelect key={name} data={[...options]} {...common} />
    return <TextInput key={name} {...(type && { type })} {...common} />
  })
}
