import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ShownVisit } from '../app/read-visits.ts'
import { useAppRows } from '../app/use-app.tsx'
import { useEmptyWords } from '../app/use-statements.ts'
import { plannedWords } from '../statements/planned.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { dateWords } from '../ui/time-words.ts'
import { readSchedule } from './read-home.ts'

/** The visits of today, and those of the week folded below. */
export function SchedulePart() {
  const found = useAppRows(readSchedule)
  const emptySaid = useEmptyWords('visits')
  const days = [...new Set(found?.later.map(({ day }) => day))]
  return (
    <Inset title="Schedule">
      {found?.todays.length === 0 && (
        <Text className="inset-row">{emptySaid('None planned for today. Choose a customer under Retailers.')}</Text>
      )}
      <ul className="list" aria-label="Today">
        {found?.todays.map(visit => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </ul>
      {found && found.later.length > 0 && (
        <details className="week">
          <summary className="inset-row fact fact-link">
            <span>The next six days</span>
            <span className="fact-value">{found.later.length}</span>
            <Icon name="chevron" />
          </summary>
          {days.map(day => (
            <section key={day} aria-label={dateWords(day)}>
              <h3 className="inset-row day-title">{dateWords(day)}</h3>
              <ul className="list">
                {found.later
                  .filter(visit => visit.day === day)
                  .map(visit => (
                    <VisitRow key={visit.id} visit={visit} />
                  ))}
              </ul>
            </section>
          ))}
        </details>
      )}
    </Inset>
  )
}

function VisitRow({ visit }: { visit: ShownVisit }) {
  const { retailerId, retailer, town, time, note, isWaiting } = visit
  return (
    <li>
      <Link to="/retailers/$retailerId" params={{ retailerId }} search={{}} className="inset-row visit">
        <span className="visit-time">{time}</span>
        <span>
          <span className="row-title">{retailer ?? "A retailer that isn't on this device"}</span>
          <span className="row-note">{[town, note, plannedWords({ isWaiting })].filter(Boolean).join(' · ')}</span>
        </span>
        <Icon name="chevron" />
      </Link>
    </li>
  )
}
