import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import { addDays, mondayOf } from '../../shared/prices/day-in.ts'
import { visitsQuery } from '../api/planning-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Problem } from '../ui/Problem.tsx'
import { RepPicker } from './RepPicker.tsx'
import { useMoveVisit, type Visit } from './use-visit-command.ts'
import { VisitDialog } from './VisitDialog.tsx'
import { weekWords } from './visit-words.ts'
import { WeekGrid } from './WeekGrid.tsx'

const route = getRouteApi('/visits')

/** The week of one rep. */
export function VisitsPage() {
  const { rep, day } = route.useSearch()
  const navigate = route.useNavigate()
  const monday = day && mondayOf(day)
  const { data: week } = useQuery({ ...visitsQuery(rep ?? '', monday), enabled: rep !== undefined })
  const go = (to: { rep?: string | undefined; day?: string | undefined }) => {
    const next = { ...(to.rep && { rep: to.rep }), ...(to.day && { day: to.day }) }
    void navigate({ search: next })
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Visits</Title>
        <ExportLink kind="visits" />
      </Group>
      <Group align="end" gap="sm">
        <RepPicker rep={rep} onChoose={chosen => go({ rep: chosen, day })} />
        {week && (
          <>
            <Button variant="default" onClick={() => go({ rep, day: addDays(week.from, -7) })}>
              Previous week
            </Button>
            <Button variant="default" onClick={() => go({ rep })}>
              This week
            </Button>
            <Button variant="default" onClick={() => go({ rep, day: addDays(week.from, 7) })}>
              Next week
            </Button>
          </>
        )}
      </Group>
      {rep === undefined ? <Text>Choose a rep to see the week.</Text> : <Week rep={rep} monday={monday} />}
    </Stack>
  )
}

type Opened = { visit: Visit | undefined; day: string }

function Week({ rep, monday }: { rep: string; monday: string | undefined }) {
  const { data: week, error } = useAnswer(visitsQuery(rep, monday))
  const { data: administrator } = useQuery(administratorQuery)
  const [opened, setOpened] = useState<Opened>()
  const { move, said, say, focused, fault } = useMoveVisit()
  if (error) return <Problem fault={error} />
  if (!week || !administrator) return <Skeleton height={300} />
  const actions = allows(administrator.rights, { module: 'retailers', access: 'write' })
    ? {
        onMove: move,
        onEdit: (visit: Visit) => setOpened({ visit, day: visit.day }),
        onAdd: (day: string) => setOpened({ visit: undefined, day }),
      }
    : undefined
  return (
    <>
      <Text c="dimmed">
        {weekWords(week.from)}, times in {week.timeZone}.
      </Text>
      {actions && (
        <Text id="visit-keys" size="sm" c="dimmed">
          Drag a visit to another day, press the left or right arrow key on it, or use its menu.
        </Text>
      )}
      {fault && <Problem fault={fault} />}
      <Text role="status">{said}</Text>
      <WeekGrid week={week} actions={actions} focused={focused} />
      {opened && (
        <VisitDialog repId={rep} {...opened} onDone={({ text }) => say(text)} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
