import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Store } from './store.ts'
import { watchRows } from './watch-rows.ts'

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}

/**
 * The result of a query to a database on the device, updated with each change; undefined until the first result.
 * The query must be the same function at each render: define it outside the component or with `useCallback`.
 */
export function useRows<Answer>(ask: () => Promise<Answer>, ignored?: readonly string[]): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => watchRows(ask, setAnswer, ignored), [ask, ignored])
  return answer
}
