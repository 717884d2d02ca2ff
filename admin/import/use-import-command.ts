import { useQueryClient } from '@tanstack/react-query'
import type { ImportDetails } from '../../shared/contract/import.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { pathOf } from './import-queries.ts'

type Options = { onDone?: () => void }

/** Sends one command to an import, then refreshes everything that shows imports. */
export function useImportCommand({ kind, id }: ImportDetails, what: string, { onDone }: Options = {}) {
  const queries = useQueryClient()
  return useCommand({
    mutationFn: (order: object) => ask<Done>(`${pathOf(kind, id)}/${what}`, { order }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['imports'] })
      onDone?.()
    },
  })
}
