import { Alert, Anchor, AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core'
import { useDisclosure, useNetwork } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { allows, type ModuleName, type Rights } from '../shared/contract/rights.ts'
import { administratorQuery } from './api/queries.ts'
import { useAnswer } from './api/use-answer.ts'
import { MailAlarm } from './mail/MailAlarm.tsx'
import { Problem } from './ui/Problem.tsx'

type Screen = {
  to: string
  label: string
  module: ModuleName | null
  or?: readonly ModuleName[]
  access?: 'read' | 'write'
}

const screens = [
  { to: '/', label: 'Home', module: null },
  { to: '/users', label: 'Users', module: 'users' },
  { to: '/subscription', label: 'Subscription', module: 'subscription' },
  { to: '/retailers', label: 'Retailers', module: 'retailers' },
  { to: '/contacts', label: 'Contacts', module: 'retailers' },
  { to: '/visits', label: 'Visits', module: 'retailers' },
  { to: '/targets', label: 'Targets', module: 'retailers' },
  { to: '/territories', label: 'Territories', module: 'retailers' },
  { to: '/import', label: 'Import', module: 'users', or: ['retailers', 'products', 'orders'], access: 'write' },
  { to: '/orders', label: 'Orders', module: 'orders' },
  { to: '/notes', label: 'Notes', module: 'orders' },
  { to: '/products', label: 'Products', module: 'products' },
  { to: '/price-lists', label: 'Price lists', module: 'products' },
  { to: '/categories', label: 'Categories', module: 'products' },
  { to: '/held-items', label: 'Waiting and rejected', module: 'retailers' },
  { to: '/mail', label: 'Mail', module: 'mail' },
  { to: '/audit', label: 'Audit', module: 'audit' },
  { to: '/apps', label: 'Apps', module: 'settings' },
  { to: '/service-tokens', label: 'Service tokens', module: 'settings' },
  { to: '/webhooks', label: 'Webhooks', module: 'settings' },
  { to: '/roles', label: 'Roles', module: 'settings' },
  { to: '/settings', label: 'Settings', module: 'settings' },
] as const satisfies readonly Screen[]

/** Read access shows a screen in the menu. A screen that only changes things needs write access. */
function isFor(rights: Rights, { module, or = [], access = 'read' }: Screen): boolean {
  return module === null || [module, ...or].some(one => allows(rights, { module: one, access }))
}

const isAt = (pathname: string, to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to))

/** The frame of every screen: the menu, the account and the way out. */
export function Shell() {
  const [isOpen, menu] = useDisclosure()
  const { pathname } = useLocation()
  const { online } = useNetwork()
  const { data: administrator, error } = useAnswer(administratorQuery)
  const mayReadMail = administrator && allows(administrator.rights, { module: 'mail', access: 'read' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the address changes
  useEffect(() => menu.close(), [pathname])
  useEffect(() => {
    const screen = screens.find(({ to }) => isAt(pathname, to))?.label ?? 'Admin site'
    if (administrator) document.title = `${screen} · ${administrator.organisation}`
  }, [administrator, pathname])

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
          />
          {administrator?.logo ? (
            <img className="logo-shown" src={administrator.logo.src} alt="" height={30} />
          ) : (
            <img className="brand-mark" src="/favicon.svg" alt="" />
          )}
          <Text fw={650} lh={1.2}>
            {administrator?.organisation ?? 'Fieldkey'}
          </Text>
          {administrator?.isDemo && <Text c="dimmed">Demo</Text>}
          {administrator?.isDrill && <Text fw={650}>Drill: no email is sent</Text>}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label="Main">
        <Stack justify="space-between" mih="100%">
          <div>
            {screens
              .filter(screen => administrator && isFor(administrator.rights, screen))
              .map(({ to, label }) => (
                <NavLink key={to} component={Link} to={to} label={label} active={isAt(pathname, to)} />
              ))}
          </div>
          {administrator && (
            <Stack gap={4}>
              <Text size="sm">{administrator.fullName}</Text>
              <Anchor href="/account" size="sm" underline="always">
                Your account, sign out
              </Anchor>
            </Stack>
          )}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main>
        <Stack maw={1200} mx="auto">
          {!online && (
            <Alert variant="outline" role="status" title="No connection">
              What you see may have changed since. You can change nothing until you are online.
            </Alert>
          )}
          {error && <Problem fault={error} />}
          {mayReadMail && <MailAlarm />}
          {administrator && <Outlet />}
        </Stack>
      </AppShell.Main>
    </AppShell>
  )
}
