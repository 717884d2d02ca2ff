import { Button, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { repApp } from '../rep-app.ts'

/** A note about the customer for the office. `item` is a rejected note to fix. */
export function NewNote({ retailerId, item }: { retailerId: string; item?: string }) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    if (item !== undefined) void repApp.capture.read<'note'>(item).then(opened => opened && setText(opened.text))
  }, [item])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setSaid('Write something first.')
    const saved = await repApp.capture.saveNote({ retailerId, text: text.trim() }, item)
    if (saved.kind !== 'saved') return setSaid("Couldn't save on this device. Your note is still here.")
    setText('')
    setSaid('Saved on this device.')
  }
  return (
    <form onSubmit={save} noValidate className="inset padded">
      <Textarea
        label="Note for the office"
        value={text}
        maxLength={4000}
        minRows={2}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Save note
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
    </form>
  )
}
