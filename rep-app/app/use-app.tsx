import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useNow } from '../device/use-now.ts'
import { useRows, useStore } from '../device/use-store.ts'
import { capturedItems } from '../device/watch-rows.ts'
import type { Session } from '../session/session.ts'
import type { SyncStatus } from '../sync/sync-status.ts'
import { createMoneyWords } from '../ui/money.ts'
import type { RepApp } from './create-rep-app.ts'

const AppContext = createContext<RepApp | undefined>(undefined)

/** Gives the screens the one app of this page. The entry file creates it. */
export function AppProvider({ app, children }: { app: RepApp; children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>
}

export function useApp(): RepApp {
  const app = useContext(AppContext)
  if (!app) throw new Error('This screen is outside the AppProvider')
  return app
}

export const useSession = (): Session => useStore(useApp().session)

/** The state of the sync. Every statement about what is sent, saved or waiting comes from it. */
export const useSync = (): SyncStatus => useStore(useApp().sync.status)

/** True if the downloaded data must not be shown: no one is signed in, or it had no contact for long. */
export function useIsHidden(): boolean {
  const { kind } = useSession()
  const { isSealed } = useSync()
  return kind === 'starting' || kind === 'signed-out' || isSealed
}

/** The day in the organisation's time zone. It changes at midnight there while the screen is open. */
export function useToday(): string {
  const { today } = useApp()
  useNow()
  return today()
}

/** Writes an amount in hundredths in the organisation's currency. */
export function useMoney(): (cents: number) => string {
  const session = useSession()
  const currency = 'person' in session ? session.person.currency : 'GBP'
  return useMemo(() => createMoneyWords(currency), [currency])
}

/**
 * The result of a query to the device, updated with each change; undefined until the first result, and while data is hidden.
 * The query must be the same function at each render: define it outside the component or with `useCallback`.
 */
export const useAppRows = <Answer,>(query: (app: RepApp) => Promise<Answer>): Answer | undefined => useQuery(query)

/** The same for a query that reads downloaded data alone: a change of the rep's own items doesn't run it again. */
export const useCacheRows = <Answer,>(query: (app: RepApp) => Promise<Answer>): Answer | undefined =>
  useQuery(query, capturedItems)

function useQuery<Answer>(query: (app: RepApp) => Promise<Answer>, ignored?: readonly string[]): Answer | undefined {
  const app = useApp()
  const isHidden = useIsHidden()
  const answer = useRows(
    useCallback(() => query(app), [query, app]),
    ignored,
  )
  return isHidden ? undefined : answer
}
