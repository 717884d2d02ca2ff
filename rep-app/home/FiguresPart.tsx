import { Link } from '@tanstack/react-router'
import { useAppRows, useMoney, useSync } from '../app/use-app.tsx'
import { readSchedule, readTodaysOrders } from './read-home.ts'

/** The day in three numbers. */
export function FiguresPart() {
  const { waiting, attention } = useSync()
  const orders = useAppRows(readTodaysOrders)
  const schedule = useAppRows(readSchedule)
  const money = useMoney()
  if (!orders || !schedule) return null
  const unsent = waiting.total + attention
  const left = schedule.todays.filter(({ isAhead }) => isAhead).length
  return (
    <section aria-label="Today in numbers" className="figures">
      <Link to="/orders" search={{}} className="figure">
        <span className="figure-label">Orders today</span>
        <span className="figure-value">{orders.count}</span>
        <span className="row-note">{money(orders.cents)}</span>
      </Link>
      <Link to="/sync" className="figure">
        <span className="figure-label">Unsent</span>
        <span className="figure-value" data-alarming={attention > 0}>
          {unsent}
        </span>
        <span className="row-note">{attention > 0 ? `${attention} to fix` : 'on this device'}</span>
      </Link>
      <div className="figure">
        <span className="figure-label">Visits left</span>
        <span className="figure-value">{left}</span>
        <span className="row-note">of {schedule.todays.length} today</span>
      </div>
    </section>
  )
}
