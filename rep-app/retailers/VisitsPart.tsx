import { useCallback } from 'react'
import { momentIn } from '../../shared/prices/moment-in.ts'
import type { RepApp } from '../app/create-rep-app.ts'
import { readVisits } from '../app/read-visits.ts'
import { useAppRows } from '../app/use-app.tsx'
import { plannedWords } from '../statements/planned.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { dateWords } from '../ui/time-words.ts'
import { NewVisit } from './NewVisit.tsx'

const MOST = 5

/** The next visits to a retailer, and the form that plans one. */
export function VisitsPart({ retailerId, draft }: { retailerId: string; draft: string | undefined }) {
  const ask = useCallback(
    (app: RepApp) => readVisits(app, { from: momentIn(app.timeZone(), app.today()), retailerId }),
    [retailerId],
  )
  const visits = useAppRows(ask)
  return (
    <Inset title="Visits">
      {visits && visits.length > 0 && (
        <ul className="list">
          {visits.slice(0, MOST).map(({ id, day, time, note, isWaiting }) => (
            <li key={id} className="inset-row">
              <span className="row-title">
                {dateWords(day)} at {time}
              </span>
              <span className="row-note">{[note, plannedWords({ isWaiting })].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      <details open={draft !== undefined}>
        <summary className="inset-row fact fact-link">
          <span>Plan a visit</span>
          <Icon name="chevron" />
        </summary>
        <NewVisit key={draft} retailerId={retailerId} {...(draft !== undefined && { item: draft })} />
      </details>
    </Inset>
  )
}
