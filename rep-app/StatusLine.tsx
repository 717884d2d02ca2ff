import { Link, useLocation } from '@tanstack/react-router'
import { useSync } from './app/use-app.tsx'
import { useSignIn } from './sign-in/use-sign-in.ts'
import type { Header } from './statements/status-line.ts'
import { headerWords } from './statements/status-words.ts'
import { Icon, type IconName } from './ui/Icon.tsx'

const icons: Record<Header['kind'], IconName> = {
  'all-sent': 'check',
  sending: 'up',
  downloading: 'down',
  waiting: 'clock',
  attention: 'warning',
  'sign-in-again': 'person',
  'storage-problem': 'disk',
  'not-downloaded': 'down',
  'nothing-waiting': 'clock',
  'new-version': 'star',
  starting: 'clock',
  'signed-out': 'person',
}

/** The line at the top of every screen. It leads to Sync Status, or signs in again if the session has ended. */
export function StatusLine() {
  const { header } = useSync()
  const { pathname } = useLocation()
  if (header.kind === 'sign-in-again') return <EndedLine header={header} isOnSyncStatus={pathname === '/sync'} />
  return (
    <Link to="/sync" className="status-line" data-kind={header.kind}>
      <Content header={header} />
    </Link>
  )
}

/** Sync Status has a button of its own right below, so one button with these words is enough there. */
function EndedLine({ header, isOnSyncStatus }: { header: Header; isOnSyncStatus: boolean }) {
  const { open, said, isBusy } = useSignIn()
  if (isOnSyncStatus)
    return (
      <p className="status-line" data-kind={header.kind}>
        <Content header={header} />
      </p>
    )
  return (
    <>
      <button type="button" className="status-line" data-kind={header.kind} aria-busy={isBusy} onClick={open}>
        <Content header={header} />
      </button>
      <p role="status" className="said">
        {said}
      </p>
    </>
  )
}

function Content({ header }: { header: Header }) {
  return (
    <>
      <Icon name={icons[header.kind]} />
      <span>{headerWords(header)}</span>
    </>
  )
}
