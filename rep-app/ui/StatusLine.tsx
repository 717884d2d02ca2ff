import { Link } from '@tanstack/react-router'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { type Header, headerWords } from '../sync/sync-status.ts'
import { Icon, type IconName } from './Icon.tsx'

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
  const { header } = useStore(repApp.sync.status)
  return (
    <Link to="/sync" className="status-line" data-kind={header.kind}>
      <Icon name={icons[header.kind]} />
      <span>{headerWords(header)}</span>
    </Link>
  )
}
