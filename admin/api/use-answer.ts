import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { Refused } from './ask.ts'

/**
 * The answer to a question about one thing. Without a connection the last answer stays, with the form that is open on
 * it. If the server refuses, it goes: the thing may be gone, or no longer for this administrator.
 */
export function useAnswer<Data, Key extends QueryKey>(
  question: UseQueryOptions<Data, Error, Data, Key>,
): { data: Data | undefined; error: Error | null } {
  const { data, error } = useQuery(question)
  const isUnreached = error instanceof Refused && error.status === 0
  if (!error) return { data, error: null }
  return isUnreached && data !== undefined ? { data, error: null } : { data: undefined, error }
}
