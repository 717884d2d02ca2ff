import { isCancellable, type OrderStatus } from '../../shared/contract/order-status.ts'
import type { OutboxStatus } from '../device/outbox-db.ts'
import { always, choose, type Statement } from './statement.ts'

type OfItem = { status: OutboxStatus; reason: string | null }

/** What this device knows of an order, quote or return. */
export type OrderStateFacts = {
  /** Captured on this device. */
  item: (OfItem & { attempts: number; isHandedIn: boolean }) | undefined
  /** What the office had at the last download. */
  office: OrderStatus | undefined
  /** A cancellation that was captured on this device. */
  cancel: OfItem | undefined
}

export const officeWords: Record<OrderStatus, string> = {
  received: 'Received',
  'on-hold': 'On hold',
  confirmed: 'Confirmed',
  shipped: 'Shipped',
  invoiced: 'Invoiced',
  cancelled: 'Cancelled',
  open: 'Open',
  ordered: 'Ordered',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
}

const officeSentences: Record<OrderStatus, string> = {
  received: 'The office has received it.',
  'on-hold': 'On hold: the office decides before it goes on.',
  confirmed: 'The office has confirmed it.',
  shipped: 'It has been shipped.',
  invoiced: 'It has been invoiced.',
  cancelled: 'It is cancelled.',
  open: 'The office has it. The customer can still order from it.',
  ordered: 'An order was made from it.',
  lapsed: 'Its last day is over.',
  withdrawn: 'It is withdrawn.',
}

type Row = Statement<OrderStateFacts, string>
const ofDevice = (status: OutboxStatus, words: string, because: string): Row => ({
  words,
  because,
  when: ({ item }) => item?.status === status,
  say: () => words,
})
const isOpenCancel = ({ cancel, office }: OrderStateFacts, statuses: readonly OutboxStatus[]) =>
  cancel !== undefined && statuses.includes(cancel.status) && (office === undefined || isCancellable(office))

export const orderStateStatements: readonly Row[] = [
  ofDevice('draft', 'A draft. It stays on this device until you save it.', 'The row on the disk is a draft.'),
  ofDevice('sending', 'Being sent.', 'The row is on the disk, and a round has taken it.'),
  {
    words: 'Not accepted: a price has changed.',
    because: 'The server refused the item and gave this reason.',
    when: ({ item }) => item?.status === 'attention',
    say: ({ item }) => `Not accepted: ${item?.reason ?? 'the server gave no reason.'}`,
  },
  {
    words: 'Waits on this device. It was not sent yet.',
    because: 'The row is on the disk, and no request has carried it.',
    when: ({ item }) => item?.status === 'pending' && item.attempts === 0,
    say: () => 'Waits on this device. It was not sent yet.',
  },
  ofDevice(
    'pending',
    'Waits on this device. The office may have it already, so it can no longer be changed here.',
    'A request carried the row, and its answer was lost.',
  ),
  {
    words: 'Sent to the office for review.',
    because: 'The server holds the item for a decision of an administrator.',
    when: ({ item }) => item?.isHandedIn === true,
    say: () => 'Sent to the office for review.',
  },
  {
    words: 'Your cancellation waits on this device. Until it arrives, the office may go on with it.',
    because: 'The cancellation is on the disk and was not answered. At the last download, nothing had gone on.',
    when: facts => isOpenCancel(facts, ['pending', 'sending']),
    say: () => 'Your cancellation waits on this device. Until it arrives, the office may go on with it.',
  },
  {
    words: 'Your cancellation was not accepted: it is already confirmed.',
    because: 'The server refused the cancellation and gave this reason.',
    when: ({ cancel }) => cancel?.status === 'attention',
    say: ({ cancel }) => `Your cancellation was not accepted: ${cancel?.reason ?? 'the server gave no reason.'}`,
  },
  {
    words: 'Your cancellation was sent.',
    because: 'The server accepted the cancellation, and the download after it is not finished.',
    when: facts => isOpenCancel(facts, ['sent']),
    say: () => 'Your cancellation was sent.',
  },
  {
    words: 'The office has received it … (one sentence for each status).',
    because: 'The office had this status at the last download.',
    when: ({ office }) => office !== undefined,
    say: ({ office = 'received' }) => officeSentences[office],
  },
  {
    words: 'Sent. Its status comes with the next download.',
    because: 'The row is marked as sent, which only an answer of the server does, and no status was downloaded.',
    when: ({ item }) => item?.status === 'sent',
    say: () => 'Sent. Its status comes with the next download.',
  },
  {
    words: 'The office has it.',
    because: 'The row was downloaded by an earlier version of the app, without a status.',
    when: always,
    say: () => 'The office has it.',
  },
]

export const orderStateWords = (facts: OrderStateFacts): string => choose(orderStateStatements, facts)

/** What a rep reads before taking an order for this retailer. */
export type CreditFacts = { credit: 'good' | 'watch' | 'hold' | undefined; kind: 'order' | 'quote' | 'return' }

export const creditStatements: readonly Statement<CreditFacts, string | undefined>[] = [
  {
    words: 'Credit hold: a new order waits until the office releases it.',
    because:
      'At the last download, the office had put the credit of this retailer on hold. Such an order starts on hold.',
    when: ({ credit, kind }) => credit === 'hold' && kind === 'order',
    say: () => 'Credit hold: a new order waits until the office releases it.',
  },
  {
    words: '(nothing)',
    because: 'The credit is not on hold, or this is a quote or a return.',
    when: always,
    say: () => undefined,
  },
]

export const creditWords = (facts: CreditFacts): string | undefined => choose(creditStatements, facts)
