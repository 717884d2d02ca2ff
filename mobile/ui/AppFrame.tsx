import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { StatusLine } from './StatusLine.tsx'

const tabs = [
  { to: '/', label: 'Home' },
  { to: '/retailers', label: 'Retailers' },
  { to: '/products', label: 'Products' },
  { to: '/orders', label: 'Orders' },
  { to: '/sync', label: 'Sync Status' },
] as const

/** What every screen has: how it stands with the server on top, and the five places to be. */
export function AppFrame() {
  const { pathname } = useLocation()
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to))
  return (
    <div className="frame">
      <header className="frame-top">
        <StatusLine />
      </header>
      <main className="frame-main">
        <Outlet />
      </main>
      <nav className="frame-tabs" aria-label="Main">
        {tabs.map(({ to, label }) => (
          <Link key={to} to={to} className="frame-tab" aria-current={isHere(to) ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
    </div>
  )
}
