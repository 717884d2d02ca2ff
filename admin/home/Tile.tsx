import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AuditSearch } from '../api/audit-search.ts'
import type { UserSearch } from '../api/user-search.ts'

type Target =
  | { to: '/users'; search: UserSearch }
  | { to: '/audit'; search: AuditSearch }
  | { to: '/mail' | '/subscription'; search: object }

type Props = Target & { label: string; figure: string; more?: string }

export function Tiles({ children }: { children: ReactNode }) {
  return <div className="tiles">{children}</div>
}

/** One number that links to the list it counts. */
export function Tile({ label, figure, more, ...target }: Props) {
  return (
    <Link {...(target as { to: '/users'; search: UserSearch })} className="tile">
      <Text component="span" size="sm" c="dimmed">
        {label}
      </Text>
      <span className="tile-figure">{figure}</span>
      {more !== undefined && (
        <Text component="span" size="sm">
          {more}
        </Text>
      )}
    </Link>
  )
}
