import type { Outbox } from '../device/outbox.ts'
import type { PushResult } from '../device/outbox-changes.ts'
import type { OutboxRow } from '../device/outbox-db.ts'
import type { CallApi, Failure } from '../session/call-api.ts'

const MOST_AT_ONCE = 50
/** The server fails in general, not on one item. */
const MOST_FAILURES_IN_A_ROW = 3

export type PushNeeds = { outbox: Outbox; callApi: CallApi; accountId: string; deviceId: string; isStopped(): boolean }

/**
 * Sends the unsent items, oldest first, and settles each one. A lost response does no harm: the server recognises the id
 * at the second attempt.
 */
export async function pushWaiting(needs: PushNeeds): Promise<{ kind: 'complete' } | Failure> {
  const { outbox, accountId } = needs
  /** Items that the server failed on. They wait for the next round, and the items after them are sent. */
  const failedOn = new Map<string, Failure>()
  let most = MOST_AT_ONCE
  let failuresInARow = 0
  while (!needs.isStopped()) {
    const rows = await outbox.take(accountId, most, new Set(failedOn.keys()))
    if (rows.length === 0) return [...failedOn.values()].at(-1) ?? { kind: 'complete' }
    const answer = await send(needs, rows)
    if (answer.kind === 'answer') failuresInARow = 0
    if (answer.kind === 'answer') continue
    if (answer.kind === 'refused' && rows.length === 1) {
      await rejectHere(outbox, rows, { code: answer.problem.kind ?? 'refused', message: answer.problem.text })
      continue
    }
    await outbox.putBack(rows, { code: answer.kind, message: '' })
    if (answer.kind !== 'refused' && !isFault(answer)) return answer
    // One item makes the complete push fail. Sent one by one, only that item waits.
    if (rows.length === 1) failuresInARow += 1
    if (failuresInARow >= MOST_FAILURES_IN_A_ROW) return answer
    if (rows.length === 1) for (const { id } of rows) failedOn.set(id, answer)
    most = 1
  }
  return { kind: 'session-ended' }
}

const isFault = (failure: Failure) => failure.kind === 'server-trouble' && failure.status === 500

async function send({ outbox, callApi, deviceId }: PushNeeds, rows: readonly OutboxRow[]) {
  const items = await Promise.all(rows.map(row => itemOf(outbox, row)))
  const readable = items.filter(item => item !== undefined)
  const unreadable = rows.filter((_row, place) => items[place] === undefined)
  await rejectHere(outbox, unreadable, { code: 'unreadable', message: 'This device can no longer read it.' })
  if (readable.length === 0) return { kind: 'answer' } as const
  const answer = await callApi<{ results: PushResult[] }>('/push', { deviceId, items: readable })
  if (answer.kind !== 'answer') return answer
  await outbox.settle(answer.body.results)
  const answered = new Set(answer.body.results.map(({ id }) => id))
  const silent = rows.filter(({ id }) => !answered.has(id))
  await outbox.putBack(silent, { code: 'no-answer', message: '' })
  // Sending the same batch again and again would never end.
  return answered.size === 0 ? ({ kind: 'server-trouble', status: 200 } as const) : answer
}

const itemOf = async (outbox: Outbox, row: OutboxRow) => {
  const payload = await outbox.openPayload(row).catch(() => undefined)
  return payload && { id: row.id, type: row.type, capturedAt: row.capturedAt, payload }
}

const rejectHere = (outbox: Outbox, rows: readonly OutboxRow[], rejection: { code: string; message: string }) =>
  outbox.settle(rows.map(({ id }) => ({ id, outcome: 'rejected', rejection })))
