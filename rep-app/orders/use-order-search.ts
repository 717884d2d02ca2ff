import { useState } from 'react'
import { useApp } from '../app/use-app.tsx'

/** The search in an open order. It is still there when the rep comes back to that order, from a product or from Home. */
export function useOrderSearch(item: string): [string, (text: string) => void] {
  const { orderSearch } = useApp()
  const [search, setSearch] = useState(() => {
    const last = orderSearch.get()
    return last.item === item ? last.text : ''
  })
  const change = (text: string) => {
    orderSearch.set({ item, text })
    setSearch(text)
  }
  return [search, change]
}
