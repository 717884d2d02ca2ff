import { Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react'
import type { RepApp } from '../app/create-rep-app.ts'
import { useApp, useCacheRows } from '../app/use-app.tsx'
import { CameraScan } from './CameraScan.tsx'
import { findHits, findOnlyHit, type Hit, readLastQuantities } from './find-hits.ts'
import { ProductHit } from './ProductHit.tsx'
import { ScanButton } from './ScanButton.tsx'
import { useCamera } from './use-camera.ts'
import { useOrderSearch } from './use-order-search.ts'
import { useScanner } from './use-scanner.ts'

type Props = {
  /** The id of the order. */
  item: string
  retailerId: string
  quantities: ReadonlyMap<string, number>
  onAdd(hit: Hit): void
  onSet(hit: Hit, quantity: number): void
}

/** Finds products at the prices of this retailer. The search keeps the focus, so that the next one can be typed. */
export const AddProduct = memo(function AddProduct({ item, retailerId, quantities, onAdd, onSet }: Props) {
  const app = useApp()
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useOrderSearch(item)
  const [said, setSaid] = useState('')
  const ask = useCallback((app: RepApp) => findHits(app, { search, retailerId }), [search, retailerId])
  const hits = useCacheRows(ask) ?? []
  const askLast = useCallback((app: RepApp) => readLastQuantities(app, retailerId), [retailerId])
  const last = useCacheRows(askLast)
  const camera = useCamera()
  const change = (text: string) => {
    setSearch(text)
    setSaid('')
  }
  const addOnly = async (wanted: string): Promise<boolean> => {
    const found = await findOnlyHit(app, { search: wanted, retailerId })
    setSaid(
      'matches' in found ? refusalWords(wanted, found.matches) : addedWords(found, (quantities.get(found.id) ?? 0) + 1),
    )
    if ('matches' in found) return false
    onAdd(found)
    // The rep may have typed on in the meantime.
    if (field.current?.value === wanted) setSearch('')
    return true
  }
  useScanner(field, digits => void addOnly(digits))
  const submit = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && !nativeEvent.isComposing && search.trim() !== '') void addOnly(search)
  }
  const set = useCallback(
    (hit: Hit, wanted: number) => {
      onSet(hit, wanted)
      // What is typed next replaces the search.
      if (document.activeElement === field.current) field.current?.select()
    },
    [onSet],
  )
  const goOn = useCallback(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <section aria-label="Add products" className="add-products">
      <div className="product-search">
        <TextInput
          ref={field}
          type="search"
          label="Add a product by name, code or barcode"
          value={search}
          onChange={event => change(event.currentTarget.value)}
          onKeyDown={submit}
          autoComplete="off"
          enterKeyHint="done"
        />
        <ScanButton camera={camera} />
      </div>
      <CameraScan camera={camera} onScan={addOnly} />
      <Text role="status" className="row-note">
        {said}
      </Text>
      <ul className="inset hits">
        {hits.map(hit => (
          <ProductHit
            key={hit.id}
            hit={hit}
            retailerId={retailerId}
            quantity={quantities.get(hit.id) ?? 0}
            last={last?.get(hit.id)}
            onSet={set}
            onDone={goOn}
          />
        ))}
      </ul>
    </section>
  )
})

const addedWords = ({ name }: Hit, quantity: number) =>
  quantity === 1 ? `Added ${name}.` : `Added ${name}: ${quantity} in the order.`

function refusalWords(search: string, matches: number): string {
  return matches === 0
    ? `No product matches “${search.trim()}”.`
    : 'Several products match. Choose one, or type more of its name.'
}
