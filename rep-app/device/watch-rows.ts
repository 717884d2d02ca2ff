import { Dexie } from 'dexie'

/** The session, the sync events and the pictures: no list on a screen is read from them. */
const unwatched = ['idb://device/', 'idb://pictures/']

/**
 * Answers a query of the device, and again after each change of a database. Dexie's own `liveQuery` loses track of what a
 * query reads behind two levels of async functions, and then misses changes.
 */
export function watchRows<Answer>(ask: () => Promise<Answer>, onAnswer: (answer: Answer) => void): () => void {
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
  const onChange = (parts: object) => {
    const isWatched = (part: string) => !unwatched.some(name => part.startsWith(name))
    if (Object.keys(parts).some(isWatched)) void run()
  }
  Dexie.on('storagemutated', onChange)
  void run()
  return () => {
    isStopped = true
    Dexie.on.storagemutated.unsubscribe(onChange)
  }
}
