import { writeCaptured } from '../../../trade/captured/write-captured.ts'
import type { BatchImport } from './batch-import.ts'
import { amountColumn, codeColumn, dayColumn, repColumn, textColumn, wholeColumn, wordColumn } from './columns.ts'

const id = (to: string, also: string) => textColumn({ to, also: [also], example: '' })

/** Orders, quotes, returns and notes, as the app exports those that it could not send. */
export const ordersImport: BatchImport = {
  columns: {
    'item-id': textColumn({ to: 'id', also: ['id', 'order id'], example: '0192f0c1-0000-7000-8000-00000000000b' }),
    'item-type': wordColumn({ to: 'kind', also: ['type', 'kind'], example: 'order' }),
    'captured-at': textColumn({ to: 'capturedAt', also: ['captured at', 'captured'], example: '2026-05-04T08:00:00Z' }),
    username: { ...repColumn, also: ['rep', 'ordered by'] },
    'device-id': id('deviceId', 'device'),
    'account-number': codeColumn({
      to: 'accountNumber',
      also: ['retailer account', 'account', 'customer number'],
      example: 'C-1001',
    }),
    'retailer-id': id('retailerId', 'retailer uuid'),
    line: wholeColumn({ to: 'line', also: ['line number'], example: '1' }),
    'product-code': codeColumn({ to: 'code', also: ['code', 'sku'], example: 'P00123' }),
    'product-id': id('productId', 'product uuid'),
    quantity: wholeColumn({ to: 'quantity', also: ['qty'], example: '12' }),
    price: amountColumn({ to: 'priceCents', also: ['unit price'], example: '4.50', mostCents: 100_000_000 }),
    currency: textColumn({ to: 'currency', example: '' }),
    note: textColumn({ to: 'note', also: ['notes'], example: '' }),
    'requested-day': dayColumn({ to: 'requestedDay', also: ['delivery date'], example: '' }),
    'valid-until': dayColumn({ to: 'validUntil', example: '' }),
    'contact-id': id('contactId', 'contact'),
    'quote-id': id('quoteId', 'quote'),
  },
  key: ({ id: of }) => [String(of ?? '').toLowerCase()],
  isGrouped: true,
  write: (tx, rows, { at, takeAccepted }) => writeCaptured(tx, rows, { at, takeAccepted }),
}
