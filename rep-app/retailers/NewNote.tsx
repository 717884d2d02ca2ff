import { Button, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { LeaveQuestion } from '../app/LeaveQuestion.tsx'
import { useApp } from '../app/use-app.tsx'
import { useKept } from '../app/use-drafts.ts'
import type { NotePayload } from '../device/rows.ts'
import { keptWords } from '../statements/kept.ts'
import { failedWords } from '../statements/saved.ts'
import type { Form } from '../sync/form.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

type OpenNote = { form: Form<NotePayload>; text: string; isFix: boolean }

const savedWords = 'Saved on this device.'

/** A note about the customer for the office. `item` is a draft, or a rejected note to fix. */
export function NewNote({ retailerId, item }: { retailerId: string; item?: string }) {
  const app = useApp()
  const [first, setFirst] = useState<OpenNote>()
  useEffect(() => {
    let isLeft = false
    void openNote(app, retailerId, item).then(note => isLeft || setFirst(note))
    return () => {
      isLeft = true
    }
  }, [app, retailerId, item])
  return first && <NoteForm retailerId={retailerId} first={first} />
}

/** Without an item, the rep goes on with the unsaved note about this retailer, if there is one. */
async function openNote({ forms }: RepApp, retailerId: string, item: string | undefined): Promise<OpenNote> {
  const id = item ?? (await forms.findDraftNote(retailerId))
  const opened = id === undefined ? undefined : await forms.open('note', id)
  if (!opened || opened.kind === 'closed') return { form: forms.start('note'), text: '', isFix: false }
  return { form: opened.form, text: opened.content?.text ?? '', isFix: opened.kind === 'attention' }
}

function NoteForm({ retailerId, first }: { retailerId: string; first: OpenNote }) {
  const { forms } = useApp()
  // Form and text change together: a tap that still sees the old text saves it under the old id, which is no second note.
  const [{ form, text, isFix }, setNote] = useState(first)
  const [said, setSaid] = useState<string>()
  const { run, isBusy } = useOneAtATime()
  const kept = useKept(form, 'note', isFix)
  const keep = (content = text) => form.keep(content.trim() === '' ? undefined : { retailerId, text: content })
  const change = (content: string) => {
    setNote({ form, text: content, isFix })
    setSaid(undefined)
    keep(content)
  }
  const save = async () => {
    if (text.trim() === '') return setSaid(now => (now === savedWords ? now : 'Write something first.'))
    const saved = await form.save({ retailerId, text: text.trim() })
    if (saved.kind !== 'saved') return setSaid(failedWords('note', saved))
    setNote({ form: forms.start('note'), text: '', isFix: false })
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
        onChange={({ currentTarget: { value } }) => change(value)}
      />
      <LeaveQuestion form={form} onRetry={keep} />
      <Button type="submit" variant="default" loading={isBusy}>
        Save note
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
      <p className="row-note kept">{!said && keptWords({ kept, isFix })}</p>
    </form>
  )
}
