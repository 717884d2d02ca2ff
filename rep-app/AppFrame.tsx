import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useSession, useSync } from './app/use-app.tsx'
import { useHomeForNextPerson } from './app/use-home-for-next-person.ts'
import { DraftNotice } from './DraftNotice.tsx'
import { StatusLine } from './StatusLine.tsx'
import { Icon } from './ui/Icon.tsx'

const tabs = [
  { to: '/', label: 'Home', icon: 'home' },
  { to: '/retailers', label: 'Retailers', icon: 'shop' },
  { to: '/products', label: 'Products', icon: 'box' },
  { to: '/orders', label: 'Orders', icon: 'orders' },
  { to: '/sync', label: 'Sync Status', icon: 'sync' },
] as const

/** The frame of every screen: the status line at the top, and the five tabs. */
export function AppFrame() {
  const { pathname } = useLocation()
  const { waiting, attention } = useSync()
  const session = useSession()
  useHomeForNextPerson()
  const isDrill = 'person' in session && session.person?.isDrill === true
  const badges: Partial<Record<(typeof tabs)[number]['to'], number>> = {
    '/orders': waiting.orders + waiting.quotes,
    '/sync': attention,
  }
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to))
  return (
    <div className="frame">
      <header className="frame-top">
        {isDrill && <p className="drill">Drill: a restored copy that sends no email.</p>}
        <StatusLine />
      </header>
      <main className="frame-main">
        <DraftNotice />
        <Outlet />
      </main>
      <nav className="frame-tabs" aria-label="Main">
        {tabs.map(({ to, label, icon }) => (
          <Link
            key={to}
            to={to}
            className="frame-tab"
            aria-current={isHere(to) ? 'page' : undefined}
            aria-label={label}
          >
            {/* The page behind the tab shows the number with its explanation. */}
            <span className="frame-icon" data-count={badges[to] || undefined}>
              <Icon name={icon} />
            </span>
            <span>{label}</span>
          </Link>
        ))}
      </nav>
    </div>
  )
}
