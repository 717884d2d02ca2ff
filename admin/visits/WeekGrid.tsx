import { Button, Text, Title } from '@mantine/core'
import type { VisitWeek } from '../../shared/contract/visits.ts'
import { useDropPlace } from '../ui/use-drag.ts'
import type { Visit } from './use-visit-command.ts'
import { type VisitActions, VisitCard } from './VisitCard.tsx'
import { daysOf, dayWords } from './visit-words.ts'

type Actions = VisitActions & { onAdd: (day: string) => void }
type Props = { week: VisitWeek; actions: Actions | undefined; focused: string | undefined }

/** Seven days side by side, or below each other on a phone. */
export function WeekGrid({ week, actions, focused }: Props) {
  return (
    <div className="week">
      {daysOf(week.from).map(day => (
        <Day key={day} day={day} week={week} actions={actions} focused={focused} />
      ))}
    </div>
  )
}

const isVisit = (data: Record<string, unknown>): data is { visit: Visit } => 'visit' in data

function Day({ day, week, actions, focused }: Props & { day: string }) {
  const { ref, isOver } = useDropPlace({
    accepts: isVisit,
    onDrop: ({ visit }) => actions?.onMove(visit, day, 'pointer'),
  })
  const visits = week.visits.filter(visit => visit.day === day)
  return (
    <section className="day" ref={ref} data-over={isOver || undefined} aria-label={dayWords(day)}>
      <Title order={2} size="h5">
        {dayWords(day)}
        {day === week.today && ', today'}
      </Title>
      {visits.length === 0 && (
        <Text size="sm" c="dimmed">
          No visits
        </Text>
      )}
      <ul className="visits">
        {visits.map(visit => (
          <VisitCard key={visit.id} visit={visit} actions={actions} isFocused={visit.id === focused} />
        ))}
      </ul>
      {actions && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Add visit on ${dayWords(day)}`}
          onClick={() => actions.onAdd(day)}
        >
          Add visit
        </Button>
      )}
    </section>
  )
}
