import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createOutbox } from '../device/outbox.ts'
import { createCapture } from './capture.ts'

it('removes invisible characters from a pasted note, which the server would reject', async () => {
  const outbox = createOutbox({ clock: { now: () => 1 }, name: 'capture' })
  const session = { record: () => ({ person: { accountId: 'riley' } }) }
  const needs = {
    outbox,
    session,
    callApi: async () => ({ kind: 'no-connection' }),
    serverNow: () => 1,
    onSaved: () => {},
  }
  const capture = createCapture(needs as unknown as Parameters<typeof createCapture>[0])
  const saved = await capture.saveNote({ retailerId: 'r', text: 'closed\0 on \ud83dMondays 😀' })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  expect(await capture.read<'note'>(saved.id)).toEqual({ retailerId: 'r', text: 'closed on \ufffdMondays 😀' })
  outbox.db.close()
})
