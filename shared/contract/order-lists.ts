/** Light enough for a screen that lists orders: no schema. */
export const orderPageSize = 50
/** The most orders of one change of status. */
export const mostOrdersAtATime = 500
export const historyActors = ['administrator', 'rep', 'contact', 'service', 'system', 'command-line'] as const
export type HistoryActor = (typeof historyActors)[number]
