import { Link } from '@tanstack/react-router'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { type Header, headerWords } from '../sync/sync-status.ts'

const signs: Record<Header['kind'], string> = {
  'all-sent': '✓',
  sending: '↑',
  downloading: '↓',
  waiting: '◷',
  attention: '!',
  'sign-in-again': '!',
  'storage-problem': '!',
  'new-version': '★',
}

/** The same line as on Sync Status, on every screen. */
export function StatusLine() {
  const { header } = useStore(repApp.sync.status)
  return (
    <Link to="/sync" className="status-line" data-kind={header.kind}>
      <span aria-hidden="true">{signs[header.kind]}</span> {headerWords(header)}
    </Link>
  )
}
