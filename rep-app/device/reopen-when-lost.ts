import type { Dexie } from 'dexie'

/** Browsers close databases of pages in the background, iOS above all: the next question must find it open again. */
export function reopenWhenLost<Db extends Dexie>(db: Db): Db {
  db.on('close', () => {
    db.open().catch(() => undefined)
  })
  return db
}
