import { Button, TextInput } from '@mantine/core'
import { type MouseEvent, useState } from 'react'

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

/** A quantity, tapped or typed. Emptying the field to type a new number removes nothing from the order. */
export function QuantityField({ name, label = `Quantity of ${name}`, quantity, onSet, onDone }: Props) {
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(text)
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1) onSet(wanted)
  }
  const step = (wanted: number) => {
    setTyped(undefined)
    onSet(wanted)
  }
  return (
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
        onFocus={event => event.currentTarget.select()}
        onChange={event => change(event.currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && onDone?.()}
        onBlur={() => setTyped(undefined)}
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
  )
}
