import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PriceCheck as Check } from '../../shared/contract/prices.ts'
import { type PriceQuestion, priceCheckQuery } from '../api/price-queries.ts'
import { moneyWords } from '../ui/money.ts'
import { Problem } from '../ui/Problem.tsx'
import { dayWords } from './price-fields.ts'

type Typed = Omit<PriceQuestion, 'retailerId'>

/** What the retailer pays for a quantity on a day. The server decides by the same rule as for orders. */
export function PriceCheck({ retailerId }: { retailerId: string }) {
  const [typed, setTyped] = useState<Typed>({ code: '', quantity: '1', day: '' })
  const [asked, setAsked] = useState<Typed>()
  const { data, error, isFetching } = useQuery({
    ...priceCheckQuery({ retailerId, ...(asked ?? typed) }),
    enabled: asked !== undefined,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(typed)
  }
  const input = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTyped(before => ({ ...before, [name]: value }))
    },
  })
  return (
    <Paper withBorder p="md" component="section" aria-label="Check a price">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2} size="h3">
            Check a price
          </Title>
          <Group align="end" gap="sm">
            <TextInput label="Product code" required autoComplete="off" {...input('code')} />
            <TextInput label="Quantity" type="number" min={1} max={100_000} required w={110} {...input('quantity')} />
            <TextInput label="Day" type="date" {...input('day')} />
            <Button type="submit" variant="default" loading={isFetching}>
              Check
            </Button>
          </Group>
          {error && <Problem fault={error} />}
          <div role="status">{asked && data && <Answer check={data} quantity={Number(asked.quantity)} />}</div>
        </Stack>
      </form>
    </Paper>
  )
}

function Answer({ check, quantity }: { check: Check; quantity: number }) {
  const { product, day, currency, priceCents, breaks } = check
  return (
    <>
      <Text fw={650}>
        {moneyWords(priceCents, currency)} each, {moneyWords(priceCents * quantity, currency)} in all, net
      </Text>
      <Text>
        {quantity} × {product} on {dayWords(day)}: {sourceWords(check)}.
      </Text>
      {breaks.length > 1 && (
        <Text c="dimmed">
          {breaks.map(one => `From ${one.minimumQuantity}: ${moneyWords(one.priceCents, currency)}`).join(' · ')}
        </Text>
      )}
    </>
  )
}

function sourceWords({ source, priceList, minimumQuantity }: Check): string {
  const from = minimumQuantity === 1 ? '' : `, from ${minimumQuantity}`
  if (source === 'retailer') return `the retailer's own price${from}`
  return source === 'list' ? `price list ${priceList ?? ''}${from}` : 'the base price'
}
