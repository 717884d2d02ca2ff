import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { repApp } from '../rep-app.ts'

/** A line about the customer for the office. */
export function NewNote({ retailerId }: { retailerId: string }) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setSaid('Write something first.')
    const saved = await repApp.capture.saveNote({ retailerId, text: text.trim() })
    if (saved.kind !== 'saved') return setSaid('It could not be saved on this device. Your words are still here.')
    setText('')
    setSaid('Saved on this device.')
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="xs">
        <TextInput label="Note for the office" value={text} onChange={event => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default">
          Save note
        </Button>
        <Text role="status">{said}</Text>
      </Stack>
    </form>
  )
}
