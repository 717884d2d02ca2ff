import { Button, TextInput } from '@mantine/core'
import { type MouseEvent, useId, useState } from 'react'
import { isQuantity, quantityRefusal } from './quantity.ts'

type Props = {
  name: string
  label?: string
  /** Zero for a product that isn't in the order yet. */
  quantity: number
  onSet(quantity: number): void
  /** After Enter. */
  onDone?(): void
}

/** The search keeps the focus: on a phone, losing it closes the keyboard. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

/**
 * A quantity, tapped or typed. Emptying the field to type a new number removes nothing from the order. A text that is no
 * quantity brings back the one from before, and says so.
 */
export function QuantityField({ name, label = `Quantity of ${name}`, quantity, onSet, onDone }: Props) {
  const [typed, setTyped] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const [before, setBefore] = useState(quantity)
  const refusalId = useId()
  const change = (text: string) => {
    setTyped(text)
    setRefusal(undefined)
    if (isQuantity(text)) onSet(Number(text))
  }
  const leave = () => {
    if (typed !== undefined && typed.trim() !== '' && !isQuantity(typed)) {
      setRefusal(quantityRefusal(typed, before))
      if (quantity !== before) onSet(before)
    } else if (typed !== undefined && isQuantity(typed)) setBefore(Number(typed))
    setTyped(undefined)
  }
  const step = (wanted: number) => {
    setTyped(undefined)
    setRefusal(undefined)
    onSet(wanted)
  }
  return (
    <>
      <div className="quantity">
        {quantity > 0 && (
          <Button
            variant="default"
            aria-label={quantity === 1 ? `Remove ${name}` : `One less ${name}`}
            onMouseDown={keepFocus}
            onClick={() => step(quantity - 1)}
          >
            −
          </Button>
        )}
        <TextInput
          inputMode="numeric"
          enterKeyHint={onDone ? 'next' : 'done'}
          aria-label={label}
          className="quantity-field"
          value={typed ?? (quantity === 0 ? '' : String(quantity))}
          error={refusal !== undefined}
          aria-describedby={refusal === undefined ? undefined : refusalId}
          onFocus={event => {
            setBefore(quantity)
            event.currentTarget.select()
          }}
          onChange={event => change(event.currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key !== 'Enter') return
            leave()
            onDone?.()
          }}
          onBlur={leave}
        />
        <Button
          variant="default"
          aria-label={quantity === 0 ? `Add ${name}` : `One more ${name}`}
          onMouseDown={keepFocus}
          onClick={() => step(quantity + 1)}
        >
          +
        </Button>
      </div>
      {refusal !== undefined && (
        <p id={refusalId} role="alert" className="quantity-refusal">
          {refusal}
        </p>
      )}
    </>
  )
}
