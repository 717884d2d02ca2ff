import type { Dexie } from 'dexie'

/** Browsers, above all on iOS, close the databases of background pages: the next query must reopen them. */
export function reopenWhenLost<Db extends Dexie>(db: Db): Db {
  db.on('close', () => {
    db.open().catch(() => undefined)
  })
  return db
}
