import { Button, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

const savedWords = 'Saved on this device.'
const newNote = () => ({ id: crypto.randomUUID() as string, text: '' })

/** A note about the customer for the office. `item` is a rejected note to fix. */
export function NewNote({ retailerId, item }: { retailerId: string; item?: string }) {
  const { capture } = useApp()
  // Id and text change together: a tap that still sees the old text saves it under the old id, which is no second note.
  const [{ id, text }, setNote] = useState(() => ({ ...newNote(), ...(item !== undefined && { id: item }) }))
  const [said, setSaid] = useState<string>()
  const { run, isBusy } = useOneAtATime()
  useEffect(() => {
    if (item !== undefined)
      void capture.read<'note'>(item).then(opened => opened && setNote({ id: item, text: opened.text }))
  }, [capture, item])
  const save = async () => {
    if (text.trim() === '') return setSaid(now => (now === savedWords ? now : 'Write something first.'))
    const saved = await capture.saveNote({ retailerId, text: text.trim() }, id)
    if (saved.kind !== 'saved') return setSaid("Couldn't save on this device. Your note is still here.")
    setNote(newNote())
    setSaid(savedWords)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(save)
  }
  return (
    <form onSubmit={submit} noValidate className="inset padded">
      <Textarea
        label="Note for the office"
        value={text}
        maxLength={4000}
        minRows={2}
        onChange={({ currentTarget: { value } }) => {
          setNote({ id, text: value })
          setSaid(undefined)
        }}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        Save note
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
    </form>
  )
}
