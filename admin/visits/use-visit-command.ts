import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import type { VisitChange, VisitWeek } from '../../shared/contract/visits.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { dayWords } from './visit-words.ts'

export type Visit = VisitWeek['visits'][number]

type Move = { visit: Visit; day: string }

/** Moves a visit to another day: for dragging, for the menu and for the arrow keys. */
export function useMoveVisit() {
  const queries = useQueryClient()
  const [said, setSaid] = useState('')
  const [focused, setFocused] = useState<string>()
  const moving = useCommand({
    mutationFn: ({ visit, day }: Move) => ask<Done>(`/visits/${visit.id}`, { order: { day } satisfies VisitChange }),
    onSuccess: async (_, { visit, day }) => {
      await queries.invalidateQueries({ queryKey: ['visits'] })
      setSaid(`Visit to ${visit.retailerName} moved to ${dayWords(day)}.`)
    },
  })
  const move = (visit: Visit, day: string, from: 'keys' | 'pointer') => {
    if (day === visit.day) return
    // The card is drawn in another day, and the keys go on from there.
    setFocused(from === 'keys' ? visit.id : undefined)
    moving.mutate({ visit, day })
  }
  return { move, said, say: setSaid, focused, fault: moving.error }
}
