import { Link } from '@tanstack/react-router'
import { useSession } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { othersWords } from '../statements/unsent.ts'
import type { SyncStatus } from '../sync/sync-status.ts'
import { Icon } from '../ui/Icon.tsx'
import { Fact, Inset } from '../ui/Inset.tsx'
import { agoWords } from '../ui/time-words.ts'
import { redAfterDays } from './patience.ts'

const DAY_MS = 86_400_000

/** The number and age of the items that are only on this device. */
export function WaitingPart({
  waiting,
  ofOthers,
  ofLastUser,
}: Pick<SyncStatus, 'waiting' | 'ofOthers' | 'ofLastUser'>) {
  const session = useSession()
  const lastUsername = 'lastUsername' in session ? session.lastUsername : null
  const now = useNow()
  const { orders, quotes, notes, others, oldestAt } = waiting
  const isOld = oldestAt !== null && now - oldestAt > redAfterDays * DAY_MS
  return (
    <Inset title="Waiting to upload" note={othersWords({ ofOthers, ofLastUser, lastUsername })}>
      <Link to="/sync/waiting" className="inset-row fact fact-link">
        <span>
          Orders: {orders} · Quotes: {quotes} · Notes: {notes}
          {others > 0 && ` · Returns, visits and cancellations: ${others}`}
          <span className="row-note">See each</span>
        </span>
        <Icon name="chevron" />
      </Link>
      {oldestAt !== null && (
        <Fact label="The oldest" isAlarming={isOld}>
          {agoWords(oldestAt, now)}
          {isOld && `: over ${redAfterDays} days. Find a connection, or export it below.`}
        </Fact>
      )}
    </Inset>
  )
}
