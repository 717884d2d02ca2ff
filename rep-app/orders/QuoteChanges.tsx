import { Text } from '@mantine/core'
import { useCallback } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useAppRows, useMoney } from '../app/use-app.tsx'
import { type Line, refreshLines } from './order-lines.ts'

async function readChanges(app: RepApp, quoteId: string) {
  const quote = await app.cache.orders.get(quoteId)
  if (!quote) return undefined
  const fresh = await refreshLines(app, { retailerId: quote.retailerId, lines: quote.lines, note: '' })
  const isFresh = (productId: string) => fresh.some(line => line.productId === productId)
  const gone = quote.lines.filter(({ productId }) => !isFresh(productId)).map(({ name }) => name ?? 'A product')
  return { number: quote.number, changed: fresh.filter(({ wasCents }) => wasCents !== undefined), gone }
}

/** What an order from a quote costs now that the quote promised otherwise. */
export function QuoteChanges({ quoteId }: { quoteId: string }) {
  const ask = useCallback((app: RepApp) => readChanges(app, quoteId), [quoteId])
  const found = useAppRows(ask)
  if (!found) return null
  const { number, changed, gone } = found
  const isSame = changed.length === 0 && gone.length === 0
  return (
    <section aria-label={`From quote ${number}`} className="notice">
      <Text role="status">
        {isSame ? `From quote ${number}. All prices are as quoted.` : `From quote ${number}. Changed since then:`}
      </Text>
      {!isSame && (
        <ul className="plain-list">
          {changed.map(line => (
            <Change key={line.productId} line={line} />
          ))}
          {gone.map(name => (
            <li key={name}>{name}: no longer sold, so not included</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Change({ line: { name, priceCents, wasCents = 0 } }: { line: Line }) {
  const money = useMoney()
  return (
    <li>
      {name}: {money(priceCents)} now, {money(wasCents)} in the quote
    </li>
  )
}
