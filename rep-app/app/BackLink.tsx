import { Link, useLocation, useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'

/** The way back to a list: to its search and place if the rep came from there. */
export function BackLink({ to, children }: { to: '/retailers' | '/orders'; children: string }) {
  const { history } = useRouter()
  const { state } = useLocation()
  const goBack = (event: MouseEvent) => {
    if (state.cameFrom !== to) return
    event.preventDefault()
    history.back()
  }
  return (
    <Link to={to} className="back" onClick={goBack}>
      {children}
    </Link>
  )
}
