import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/**
 * A command to the server, sent by one click at a time. A second click on a slow computer arrives before React has drawn
 * the busy button, so a ref decides, and it is released only when the end of the command has been drawn.
 */
export function useCommand<Data, Input = void>(
  options: UseMutationOptions<Data, Error, Input>,
): UseMutationResult<Data, Error, Input> {
  const command = useMutation(options)
  const isRunning = useRef(false)
  const { isPending, submittedAt } = command
  // A command can fail so soon that its pending state is never drawn: then only `submittedAt` has changed.
  useEffect(() => {
    if (submittedAt > 0 && !isPending) isRunning.current = false
  }, [isPending, submittedAt])
  const mutate: typeof command.mutate = (...input) => {
    if (isRunning.current) return
    isRunning.current = true
    command.mutate(...input)
  }
  return { ...command, mutate }
}
