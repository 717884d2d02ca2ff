import { Link } from '@tanstack/react-router'
import { useSync } from './app/use-app.tsx'
import { type Header, headerWords } from './sync/sync-status.ts'
import { Icon, type IconName } from './ui/Icon.tsx'

const icons: Record<Header['kind'], IconName> = {
  'all-sent': 'check',
  sending: 'up',
  downloading: 'down',
  waiting: 'clock',
  attention: 'warning',
  'sign-in-again': 'person',
  'storage-problem': 'disk',
  'new-version': 'star',
  'signed-out': 'person',
}

/** The line at the top of every screen, which links to Sync Status. */
export function StatusLine() {
  const { header } = useSync()
  return (
    <Link to="/sync" className="status-line" data-kind={header.kind}>
      <Icon name={icons[header.kind]} />
      <span>{headerWords(header)}</span>
    </Link>
  )
}
