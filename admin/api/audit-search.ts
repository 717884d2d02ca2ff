import type { AuditFilter } from '../../shared/contract/audit.ts'
import { actors, auditActions } from '../../shared/contract/audit-lists.ts'
import { type Parameters, pickParameters } from './list-search.ts'

/** Days are those of the reader's calendar, and both are included. */
export type AuditSearch = Pick<AuditFilter, 'person' | 'actor' | 'action'> & {
  firstDay?: string
  lastDay?: string
  /** The last row of the previous page. */
  before?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-\d{2}-\d{2}$/

export function readAuditSearch(parameters: Parameters): AuditSearch {
  const { firstDay, lastDay, ...rest } = pickParameters<AuditSearch>(parameters, {
    person: uuid,
    actor: actors,
    action: auditActions,
    firstDay: day,
    lastDay: day,
    before: uuid,
  })
  return {
    ...rest,
    ...(firstDay !== undefined && isDay(firstDay) && { firstDay }),
    ...(lastDay !== undefined && isDay(lastDay) && { lastDay }),
  }
}

const isDay = (text: string) => !Number.isNaN(startOf(text).getTime())

/** Turns days into the moments that the API expects: from the start of the first day to the start of the day after the last. */
export function toAuditFilter({ firstDay, lastDay, before: _, ...filter }: AuditSearch): AuditFilter {
  return {
    ...filter,
    ...(firstDay && { from: startOf(firstDay).toISOString() }),
    ...(lastDay && { until: startOf(lastDay, 1).toISOString() }),
  }
}

/** The first moment of a day in the reader's zone. A day is not always 24 hours long. */
function startOf(text: string, daysLater = 0): Date {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater)
}
