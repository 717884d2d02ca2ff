import type { AuditFilter } from '../../shared/contract/audit.ts'
import { actors, auditActions } from '../../shared/contract/audit-lists.ts'

/** What of the audit stands in the address. Days are those of the reader's calendar, both of them whole. */
export type AuditSearch = Pick<AuditFilter, 'person' | 'actor' | 'action'> & {
  firstDay?: string
  lastDay?: string
  /** The last row of the page before. */
  before?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const text = (name: keyof AuditSearch, shape: RegExp) => {
    const found = raw[name]
    return typeof found === 'string' && shape.test(found) ? { [name]: found } : {}
  }
  const firstDay = text('firstDay', day)
  const lastDay = text('lastDay', day)
  const actor = actors.find(one => one === raw.actor)
  const action = auditActions.find(one => one === raw.action)
  return {
    ...text('person', uuid),
    ...(actor && { actor }),
    ...(action && { action }),
    ...(isDay(firstDay.firstDay) && firstDay),
    ...(isDay(lastDay.lastDay) && lastDay),
    ...text('before', uuid),
  }
}

const isDay = (text: string | undefined) => text !== undefined && !Number.isNaN(startOf(text).getTime())

/** The same as the API asks for it: from the first moment of the first day to the first one after the last. */
export function toAuditFilter({ firstDay, lastDay, before: _, ...filter }: AuditSearch): AuditFilter {
  return {
    ...filter,
    ...(firstDay && { from: startOf(firstDay).toISOString() }),
    ...(lastDay && { until: startOf(lastDay, 1).toISOString() }),
  }
}

/** The first moment of a day where the reader is; a day is not always 24 hours long. */
function startOf(text: string, daysLater = 0): Date {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater)
}
