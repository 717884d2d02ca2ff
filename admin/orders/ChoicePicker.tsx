import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { choicesQuery } from '../api/order-queries.ts'

type Props = {
  of: 'rep' | 'retailer'
  label: string
  chosenId: string | undefined
  onPick: (id: string | undefined) => void
}

const restMs = 250

/** Picks one rep or one retailer. The server searches. */
export function ChoicePicker({ of, label, chosenId, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, restMs)
  const { data: chosen } = useQuery({ ...choicesQuery({ of, id: chosenId ?? '' }), enabled: chosenId !== undefined })
  const { data: found } = useQuery(choicesQuery({ of, search }))
  const own = chosenId === undefined ? [] : (chosen?.choices ?? [])
  const others = (found?.choices ?? []).filter(({ id }) => id !== chosenId)
  return (
    <Select
      label={label}
      placeholder="Any"
      className="filter"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Any ${of}` }}
      nothingFoundMessage={`No ${of} found. Try a shorter search.`}
      // The server has already filtered the options.
      filter={({ options }) => options}
      data={[...own, ...others].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosenId ?? null}
      onChange={id => onPick(id ?? undefined)}
      onSearchChange={setTyped}
    />
  )
}
