import type { Choices, ChoicesQuery, NotePage, NoteQuery } from '../../../shared/contract/orders.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listChoices, notesPage } from './notes.query.ts'

/** Lists one page of the notes that reps wrote about retailers, the newest first. */
export function createListNotes({ db }: { db: Db }) {
  return async function listNotes(query: NoteQuery): Promise<NotePage> {
    const found = await notesPage(query).execute(db)
    const { rows, hasMore } = cutPage(found.rows, query.size)
    return {
      rows: rows.map(row => ({
        id: row.id,
        retailer: { id: row.retailer_id, name: row.retailer },
        by: { id: row.account_id, name: row.by },
        capturedAt: row.captured_at.toISOString(),
        text: row.text,
      })),
      hasMore,
    }
  }
}

/** Finds the reps or retailers to filter by. A reader of orders may lack the right to read users. */
export function createListChoices({ db }: { db: Db }) {
  return async function findChoices(query: ChoicesQuery): Promise<Choices> {
    return { choices: await listChoices(db, query) }
  }
}
