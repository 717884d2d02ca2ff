import { useState } from 'react'
import type { TargetPage } from '../../shared/contract/targets.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { type Cell, cellKey, readAmount, spreadPasted, textOf } from './target-texts.ts'

/** The typed amounts of a page, until they are saved together. */
export function useTargetDraft(page: TargetPage | undefined, months: readonly string[]) {
  const refresh = useRefresh('targets')
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const reps = page?.reps ?? []
  const savedText = ({ repId, month }: Cell) =>
    textOf(reps.find(({ id }) => id === repId)?.months.find(one => one.month === month)?.amountCents ?? null)
  const set = (cells: ReadonlyMap<string, string>) => setTyped(before => new Map([...before, ...cells]))
  const changes = [...typed].flatMap(([key, text]) => {
    const [repId = '', month = ''] = key.split(' ')
    return text === savedText({ repId, month }) ? [] : [{ repId, month, amountCents: readAmount(text) }]
  })
  const saving = useCommand({
    mutationFn: () => ask<Done>('/targets', { order: { targets: changes } }),
    onSuccess: async () => {
      await refresh()
      setTyped(new Map())
    },
  })
  return {
    textOf: (cell: Cell) => typed.get(cellKey(cell)) ?? savedText(cell),
    faultOf: (cell: Cell) =>
      readAmount(typed.get(cellKey(cell)) ?? '') === undefined ? 'Enter an amount, such as 12000.' : undefined,
    type: (cell: Cell, text: string) => set(new Map([[cellKey(cell), text]])),
    paste: (at: Cell, text: string) => set(spreadPasted({ text, at, repIds: reps.map(({ id }) => id), months })),
    count: changes.length,
    isFaulty: changes.some(({ amountCents }) => amountCents === undefined),
    discard: () => setTyped(new Map()),
    saving,
    unsaved: useUnsaved(changes.length > 0),
  }
}

export type TargetDraft = ReturnType<typeof useTargetDraft>
