import { liveQuery } from 'dexie'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}

/**
 * What a question to a database of the device answers, and again whenever that changes; undefined until the first answer.
 * The question has to be the same function from one drawing to the next: it stands outside, or in `useCallback`.
 */
export function useRows<Answer>(ask: () => Promise<Answer>): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    const watched = liveQuery(ask).subscribe(setAnswer)
    return () => watched.unsubscribe()
  }, [ask])
  return answer
}
