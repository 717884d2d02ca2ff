import type { Flash } from '../../platform/http/flash.ts'

export type BasketNotice = { kind: 'success' | 'warning'; title: string; text?: string }

/** What just happened, for the basket's page. */
export function basketNotice(flash: Flash | undefined): BasketNotice | undefined {
  switch (flash?.code) {
    case 'basket-updated':
      return { kind: 'success', title: 'Basket updated' }
    case 'basket-added':
      return { kind: 'success', title: `Added: ${flash.about ?? ''}` }
    case 'quick-order-added':
      return { kind: 'success', title: flash.about ?? 'Added' }
    case 'ordered-again':
      return { kind: 'success', title: `The lines of order ${flash.about ?? ''} are in your basket`, text: kept }
    case 'ordered-again-in-part':
      return { kind: 'warning', title: flash.about ?? '', text: kept }
    default:
      return undefined
  }
}

const kept = 'Of a product that was in the basket already, the larger quantity is kept. Prices are those of today.'
