import { Text } from '@mantine/core'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows } from '../app/use-app.tsx'
import { useEmptyWords } from '../app/use-statements.ts'
import { useNow } from '../device/use-now.ts'
import { plannedWords } from '../statements/planned.ts'
import { Inset } from '../ui/Inset.tsx'
import { momentWords } from '../ui/time-words.ts'

const MOST = 20

/** Newest first: the notes of all reps of the territory, and those that wait on this device. */
async function read({ cache, capture }: RepApp, retailerId: string) {
  const kept = await cache.notes.where('retailerId').equals(retailerId).toArray()
  const known = new Set(kept.map(({ id }) => id))
  const items = (await capture.listWaiting()).filter(({ id, type }) => type === 'note' && !known.has(id))
  const waiting = await Promise.all(
    items.map(async ({ id, capturedAt }) => {
      const payload = await capture.read<'note'>(id).catch(() => undefined)
      return payload && { ...payload, id, capturedAt, by: 'You', isWaiting: true }
    }),
  )
  const own = waiting.filter(note => note?.retailerId === retailerId).filter(note => note !== undefined)
  const all = [...kept.map(note => ({ ...note, isWaiting: false })), ...own]
  return all.sort((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1)).slice(0, MOST)
}

/** The notes about a retailer. */
export function NotesPart({ retailerId }: { retailerId: string }) {
  const ask = useCallback((app: RepApp) => read(app, retailerId), [retailerId])
  const notes = useAppRows(ask)
  const now = useNow()
  const emptySaid = useEmptyWords('notes')
  return (
    <Inset title="Notes">
      {notes?.length === 0 && <Text className="inset-row">{emptySaid('No notes in the last 90 days.')}</Text>}
      <ul className="list">
        {notes?.map(({ id, text, by, capturedAt, isWaiting }) => (
          <li key={id} className="inset-row">
            <span className="note-text">{text}</span>
            <span className="row-note">
              {[by, momentWords(Date.parse(capturedAt), now), plannedWords({ isWaiting })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Inset>
  )
}
