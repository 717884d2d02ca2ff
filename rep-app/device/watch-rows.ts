import { Dexie } from 'dexie'

/** The session, the sync events, the pictures and the search index: no list on a screen is read from them alone. */
const unwatched = ['idb://device/', 'idb://pictures/', 'idb://cache/productIndex/', 'idb://cache/productChanges/']
/** For a query that reads downloaded data alone. An order that is being written changes the outbox at every key. */
export const capturedItems = ['idb://outbox/'] as const

/**
 * Answers a query of the device, and again after each change of a database. Dexie's own `liveQuery` loses track of what a
 * query reads behind two levels of async functions, and then misses changes.
 */
export function watchRows<Answer>(
  ask: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  ignored: readonly string[] = [],
): () => void {
  let [isStopped, isRunning, isStale] = [false, false, false]
  const run = async () => {
    isStale = isRunning
    if (isRunning) return
    isRunning = true
    try {
      do {
        isStale = false
        const answer = await ask()
        if (!isStopped) onAnswer(answer)
      } while (isStale && !isStopped)
    } finally {
      isRunning = false
    }
  }
  const silent = [...unwatched, ...ignored]
  const onChange = (parts: object) => {
    const isWatched = (part: string) => !silent.some(name => part.startsWith(name))
    if (Object.keys(parts).some(isWatched)) void run()
  }
  Dexie.on('storagemutated', onChange)
  void run()
  return () => {
    isStopped = true
    Dexie.on.storagemutated.unsubscribe(onChange)
  }
}
