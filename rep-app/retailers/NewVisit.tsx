import { Button, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { addDays, dayIn } from '../../shared/prices/day-in.ts'
import { momentIn, timeIn } from '../../shared/prices/moment-in.ts'
import type { RepApp } from '../app/create-rep-app.ts'
import { LeaveQuestion } from '../app/LeaveQuestion.tsx'
import { useApp, useToday } from '../app/use-app.tsx'
import { useKept } from '../app/use-drafts.ts'
import type { VisitPayload } from '../device/rows.ts'
import { keptWords } from '../statements/kept.ts'
import { failedWords } from '../statements/saved.ts'
import type { Form } from '../sync/form.ts'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

type Plan = { day: string; time: string; note: string }
type OpenVisit = { form: Form<VisitPayload>; plan: Plan; isFix: boolean }

const empty: Plan = { day: '', time: '10:00', note: '' }
const mostDays = 366
const savedWords = 'Saved on this device.'

async function openVisit({ forms, timeZone }: RepApp, item: string | undefined): Promise<OpenVisit> {
  const opened = item === undefined ? undefined : await forms.open('visit', item)
  if (!opened || opened.kind === 'closed' || !opened.content)
    return { form: forms.start('visit'), plan: empty, isFix: false }
  const { at, note } = opened.content
  const moment = new Date(at)
  const plan = { day: dayIn(timeZone(), moment), time: timeIn(timeZone(), moment), note }
  return { form: opened.form, plan, isFix: opened.kind === 'attention' }
}

/** Plans a visit at a day and time of the organisation's time zone. `item` is a draft, or a refused visit to fix. */
export function NewVisit({ retailerId, item }: { retailerId: string; item?: string }) {
  const app = useApp()
  const [first, setFirst] = useState<OpenVisit>()
  useEffect(() => {
    let isLeft = false
    void openVisit(app, item).then(visit => isLeft || setFirst(visit))
    return () => {
      isLeft = true
    }
  }, [app, item])
  return first && <VisitForm retailerId={retailerId} first={first} />
}

function VisitForm({ retailerId, first }: { retailerId: string; first: OpenVisit }) {
  const { forms, timeZone } = useApp()
  const today = useToday()
  const [{ form, plan, isFix }, setVisit] = useState(first)
  const [said, setSaid] = useState<string>()
  const { run, isBusy } = useOneAtATime()
  const kept = useKept(form, 'visit', isFix)
  const payloadOf = ({ day, time, note }: Plan): VisitPayload | undefined =>
    day === '' || time === ''
      ? undefined
      : { retailerId, at: momentIn(timeZone(), day, time).toISOString(), note: note.trim() }
  const change = (more: Partial<Plan>) => {
    const next = { ...plan, ...more }
    setVisit({ form, plan: next, isFix })
    setSaid(undefined)
    form.keep(payloadOf(next))
  }
  const save = async () => {
    const payload = payloadOf(plan)
    if (!payload) return setSaid(now => (now === savedWords ? now : 'Choose a day and a time first.'))
    const saved = await form.save(payload)
    if (saved.kind !== 'saved') return setSaid(failedWords('visit', saved))
    setVisit({ form: forms.start('visit'), plan: empty, isFix: false })
    setSaid(savedWords)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(save)
  }
  const day = { min: today, max: addDays(today, mostDays) }
  return (
    <form onSubmit={submit} noValidate className="padded">
      <div className="two-fields">
        <TextInput
          {...day}
          type="date"
          label="Day"
          value={plan.day}
          onChange={event => change({ day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Time"
          value={plan.time}
          onChange={event => change({ time: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Note on the visit"
        maxLength={500}
        value={plan.note}
        onChange={event => change({ note: event.currentTarget.value })}
      />
      <LeaveQuestion form={form} onRetry={() => form.keep(payloadOf(plan))} />
      <Button type="submit" variant="default" loading={isBusy}>
        Save visit
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
      <p className="row-note kept">{!said && keptWords({ kept, isFix })}</p>
    </form>
  )
}
