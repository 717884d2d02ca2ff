import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { RowProblem, RowResult } from '../../../shared/contract/integration.ts'
import { lockWriters, type RowKindName } from '../database/lock-writers.ts'
import type { Tx } from '../database/tables.ts'

/** What a row means: the stored row as it is and as it will be, or why it is rejected. */
export type Judgement<Stored> = { before: Stored | undefined; after: Stored } | RowProblem

/** How one kind of row is read, compared and written. */
export type RowKind<Given, Stored> = {
  /** Names the lock of its writers. */
  name: RowKindName
  shape: z.ZodType<Given>
  /** What identifies a row, and the field to name when a call has it twice. */
  key: { of: (given: Given) => string; field: string; words: string }
  /** Finds and locks what the rows name, in few statements, and returns the judge of one row. */
  prepare: (tx: Tx, given: readonly Given[]) => Promise<(given: Given) => Judgement<Stored>>
  insert: (tx: Tx, rows: readonly Stored[]) => Promise<void>
  update: (tx: Tx, rows: readonly Stored[]) => Promise<void>
}

export type Change<Stored> = { before: Stored; after: Stored }
export type Upserted<Stored> = { results: RowResult[]; created: Stored[]; updated: Change<Stored>[] }

/**
 * Adds and changes rows by the key that other systems know them by. Each row is judged on its own: a bad one is rejected
 * with its field and a reason, and doesn't stop the others. The same rows a second time change nothing.
 */
export async function upsertRows<Given, Stored>(
  tx: Tx,
  rows: readonly unknown[],
  kind: RowKind<Given, Stored>,
): Promise<Upserted<Stored>> {
  const upserted = await judgeRows(tx, rows, kind)
  if (upserted.created.length > 0) await kind.insert(tx, upserted.created)
  const changed = upserted.updated.map(({ after }) => after)
  if (changed.length > 0) await kind.update(tx, changed)
  return upserted
}

export type UpsertRows = typeof upsertRows

/** Says what `upsertRows` would do. It writes none of the rows, only what they name: the caller undoes that. */
export async function judgeRows<Given, Stored>(
  tx: Tx,
  rows: readonly unknown[],
  kind: RowKind<Given, Stored>,
): Promise<Upserted<Stored>> {
  await lockWriters(tx, kind.name)
  const read = readRows(rows, kind)
  const judge = await kind.prepare(
    tx,
    read.flatMap(row => ('given' in row ? [row.given] : [])),
  )
  const upserted: Upserted<Stored> = { results: [], created: [], updated: [] }
  for (const [row, one] of read.entries()) {
    const judgement = 'given' in one ? judge(one.given) : one
    upserted.results.push({ row, ...settle(judgement, upserted) })
  }
  return upserted
}

type ReadRow<Given> = { given: Given } | RowProblem

function readRows<Given, Stored>(rows: readonly unknown[], { shape, key }: RowKind<Given, Stored>): ReadRow<Given>[] {
  const seen = new Set<string>()
  return rows.map(row => {
    const read = shape.safeParse(row)
    if (!read.success) {
      const [issue] = read.error.issues
      return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'This row cannot be read.' }
    }
    const own = key.of(read.data)
    if (seen.has(own)) return { field: key.field, message: `${key.words} is in an earlier row of the same call.` }
    seen.add(own)
    return { given: read.data }
  })
}

function settle<Stored>(
  judgement: Judgement<Stored>,
  { created, updated }: Pick<Upserted<Stored>, 'created' | 'updated'>,
): Pick<RowResult, 'outcome' | 'problem'> {
  if ('message' in judgement) return { outcome: 'rejected', problem: judgement }
  const { before, after } = judgement
  if (before === undefined) {
    created.push(after)
    return { outcome: 'created' }
  }
  if (isDeepStrictEqual(before, after)) return { outcome: 'unchanged' }
  updated.push({ before, after })
  return { outcome: 'updated' }
}
