import { Button } from '@mantine/core'
import { useApp } from '../app/use-app.tsx'
import type { CollectionState } from '../device/cache.ts'
import type { Collection } from '../device/rows.ts'
import { useNow } from '../device/use-now.ts'
import { collectionWords, downloadedWords } from '../statements/downloaded.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { agoWords } from '../ui/time-words.ts'

const names: Record<Collection, string> = {
  retailers: 'Retailers',
  visits: 'Visits',
  targets: 'Targets',
  contacts: 'Contacts',
  products: 'Products',
  prices: 'Special prices',
  priceBreaks: 'Quantity and date prices',
  listPrices: 'Price lists',
  categories: 'Categories',
  orders: 'Past orders',
  returns: 'Returns',
  notes: 'Notes',
  sales: 'Sales by month',
}

/** The progress of each download, and the time of its last change. Folded as long as everything is here. */
export function CollectionsPart({ collections, canRetry }: { collections: CollectionState[]; canRetry: boolean }) {
  const complete = collections.filter(({ isComplete, have, total }) => isComplete && have === total).length
  const isComplete = complete === collections.length
  return (
    <Inset title="On this device">
      <details open={!isComplete}>
        <summary className="inset-row fact fact-link">
          <span>{downloadedWords({ complete, total: collections.length })}</span>
          <Icon name="chevron" />
        </summary>
        {collections.map(state => (
          <CollectionRow key={state.collection} state={state} canRetry={canRetry} />
        ))}
      </details>
    </Inset>
  )
}

function CollectionRow({ state, canRetry }: { state: CollectionState; canRetry: boolean }) {
  const { sync } = useApp()
  const now = useNow()
  const { collection, have, total, isComplete } = state
  const name = names[collection]
  return (
    <div className="inset-row collection">
      <div className="fact">
        <span>{name}</span>
        <span className="fact-value">{isComplete && have === total ? have : `${have} of ${total}`}</span>
      </div>
      <progress
        className="bar"
        aria-label={`${name} on this device`}
        value={isComplete && total === 0 ? 1 : have}
        max={total || 1}
      />
      <div className="fact">
        <span className="row-note">{changeWords(state, now)}</span>
        {canRetry && !isComplete && (
          <Button variant="default" size="compact-md" aria-label={`Retry ${name}`} onClick={() => void sync.syncNow()}>
            Retry
          </Button>
        )}
      </div>
    </div>
  )
}

const changeWords = ({ changedAt, isComplete }: CollectionState, now: number): string =>
  collectionWords({ isComplete, changed: changedAt === null ? null : agoWords(changedAt, now) })
