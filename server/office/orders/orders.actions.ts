import type { Ground } from '../../platform/ground.ts'
import { createPrintOrder } from '../../trade/orders/print-order.ts'
import { createReadOrder } from '../../trade/orders/read-order.ts'
import { createExportOrders } from './export-orders.ts'
import { createListChoices, createListNotes } from './list-notes.ts'
import { createListOrders } from './list-orders.ts'
import { createCheckQuote, createOrderFromQuote } from './order-from-quote.ts'
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
    printOrder: createPrintOrder(ground),
    readOrder: createReadOrder(ground),
    setStatuses: createSetStatuses(ground),
    writeCustomerNote: createWriteCustomerNote(ground),
  }
}

export type OrderActions = ReturnType<typeof createOrderActions>
