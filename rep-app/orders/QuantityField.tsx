import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'

type Props = { name: string; quantity: number; onSet(quantity: number): void }

/** A quantity, tapped or typed. Emptying the field to type a new number removes nothing from the order. */
export function QuantityField({ name, quantity, onSet }: Props) {
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(text)
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1) onSet(wanted)
  }
  return (
    <div className="quantity">
      <Button
        variant="default"
        aria-label={quantity === 1 ? `Remove ${name}` : `One less ${name}`}
        onClick={() => onSet(quantity - 1)}
      >
        −
      </Button>
      <TextInput
        inputMode="numeric"
        aria-label={`Quantity of ${name}`}
        className="quantity-field"
        value={typed ?? String(quantity)}
        onChange={event => change(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
      <Button variant="default" aria-label={`One more ${name}`} onClick={() => onSet(quantity + 1)}>
        +
      </Button>
    </div>
  )
}
