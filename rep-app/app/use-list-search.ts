import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Set while the rep types a search: the address follows the field, not the other way round. */
    isTyped?: boolean
    /** The list that led to this screen, so that the link back can go back to its search. */
    cameFrom?: string
  }
}

/** The search of a list. The address keeps it, so Back finds it again; a tap on the tab begins a new one. */
export function useListSearch(at: '/retailers' | '/products'): [string, (text: string) => void] {
  const navigate = useNavigate()
  const { search, state } = useLocation()
  const inAddress = 'q' in search && typeof search.q === 'string' ? search.q : ''
  const [text, setText] = useState(inAddress)
  useEffect(() => {
    if (state.isTyped !== true) setText(inAddress)
  }, [state, inAddress])
  const change = (typed: string) => {
    setText(typed)
    void navigate({ to: at, search: typed === '' ? {} : { q: typed }, state: { isTyped: true }, replace: true })
  }
  return [text, change]
}
