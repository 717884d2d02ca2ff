/** A value that screens watch. */
export type Store<Value> = { get(): Value; subscribe(listener: () => void): () => void }

export function createStore<Value>(first: Value): Store<Value> & { set(value: Value): void } {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
