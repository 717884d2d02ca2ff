import type { Ground } from '../../platform/ground.ts'
import { createExportOrders } from './export-orders.ts'
import { createListChoices, createListNotes } from './list-notes.ts'
import { createListOrders } from './list-orders.ts'
import { createCheckQuote, createOrderFromQuote } from './order-from-quote.ts'
import { createReadOrder } from './read-order.ts'
import { createSetStatuses } from './set-statuses.ts'
import { createWriteCustomerNote } from './write-customer-note.ts'

export function createOrderActions(ground: Ground) {
  return {
    checkQuote: createCheckQuote(ground),
    exportOrders: createExportOrders(ground),
    findOrderChoices: createListChoices(ground),
    listNotes: createListNotes(ground),
    listOrders: createListOrders(ground),
    orderFromQuote: createOrderFromQuote(ground),
    readOrder: createReadOrder(ground),
    setStatuses: createSetStatuses(ground),
    writeCustomerNote: createWriteCustomerNote(ground),
  }
}

export type OrderActions = ReturnType<typeof createOrderActions>
