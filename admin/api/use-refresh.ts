import { useQueryClient } from '@tanstack/react-query'

/** Asks the server again for everything whose query begins with one of these words. */
export function useRefresh(...first: string[]): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => Promise.all(first.map(word => queries.invalidateQueries({ queryKey: [word] })))
}
