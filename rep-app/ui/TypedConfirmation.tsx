import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

type Props = { word: string; toDo: string; action: string; onConfirm(): Promise<void>; onCancel(): void }

/** Confirms an action that can't be undone, by typing. An accidental tap does nothing. */
export function TypedConfirmation({ word, toDo, action, onConfirm, onCancel }: Props) {
  const [typed, setTyped] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() !== word) return setIsMissing(true)
    await onConfirm()
  }
  return (
    <form className="confirmation" onSubmit={confirm} noValidate>
      <TextInput
        label={`Type ${word} ${toDo}`}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        error={isMissing && `Nothing changed. The word to type is ${word}.`}
        autoComplete="off"
        autoCapitalize="none"
        autoFocus
      />
      <Group>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit">{action}</Button>
      </Group>
    </form>
  )
}
