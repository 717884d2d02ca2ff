import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { addDays, mondayOf } from '../../shared/prices/day-in.ts'
import { useDraggable } from '../ui/use-drag.ts'
import type { Visit } from './use-visit-command.ts'
import { daysOf, dayWords } from './visit-words.ts'

type Props = {
  visit: Visit
  /** Undefined without the right to write. */
  actions: VisitActions | undefined
  isFocused: boolean
}

export type VisitActions = {
  onEdit: (visit: Visit) => void
  onMove: (visit: Visit, day: string, from: 'keys' | 'pointer') => void
}

/** One visit. It moves by dragging, by the arrow keys and by its menu. */
export function VisitCard({ visit, actions, isFocused }: Props) {
  const { ref, isDragged } = useDraggable(actions ? { visit } : undefined)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFocused) button.current?.focus()
  }, [isFocused])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined || !actions) return
    event.preventDefault()
    actions.onMove(visit, addDays(visit.day, step), 'keys')
  }
  return (
    <li className="visit" ref={ref} data-dragged={isDragged || undefined}>
      <UnstyledButton
        ref={button}
        className="visit-face"
        disabled={!actions}
        aria-label={`${visit.time} ${visit.retailerName}, ${dayWords(visit.day)}`}
        aria-describedby={actions && 'visit-keys'}
        onKeyDown={onKeyDown}
        onClick={() => actions?.onEdit(visit)}
      >
        <Text size="sm" fw={600}>
          {visit.time} {visit.retailerName}
        </Text>
        {visit.note !== '' && <Text size="sm">{visit.note}</Text>}
        {!visit.isShown && (
          <Text size="sm" c="dimmed">
            Hidden from the app: closed, or not in the rep's territories
          </Text>
        )}
      </UnstyledButton>
      {actions && <MoveMenu visit={visit} onMove={actions.onMove} />}
    </li>
  )
}

function MoveMenu({ visit, onMove }: { visit: Visit } & Pick<VisitActions, 'onMove'>) {
  const days = daysOf(mondayOf(visit.day)).filter(day => day !== visit.day)
  const item = (day: string, label: string) => (
    <Menu.Item key={day} onClick={() => onMove(visit, day, 'keys')}>
      {label}
    </Menu.Item>
  )
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={`Move: ${visit.time} ${visit.retailerName}, ${dayWords(visit.day)}`}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label="Move the visit">
        {days.map(day => item(day, `Move to ${dayWords(day)}`))}
        {item(addDays(visit.day, -7), 'Move to the week before')}
        {item(addDays(visit.day, 7), 'Move to the week after')}
      </Menu.Dropdown>
    </Menu>
  )
}
