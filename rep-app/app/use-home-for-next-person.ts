import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useApp, useSession } from './use-app.tsx'

/** Leaves the screen of one person when another one signs in, in this tab or in another one. */
export function useHomeForNextPerson(): void {
  const { draftNotice } = useApp()
  const session = useSession()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const accountId = 'person' in session ? session.person.accountId : undefined
  const last = useRef(accountId)
  useEffect(() => {
    if (accountId === undefined) return
    const isNext = last.current !== undefined && last.current !== accountId
    last.current = accountId
    if (!isNext) return
    draftNotice.set(undefined)
    // The return from the sign-in form has a way of its own.
    if (pathname !== '/signed-in') void navigate({ to: '/', replace: true })
  }, [accountId, pathname, draftNotice, navigate])
}
