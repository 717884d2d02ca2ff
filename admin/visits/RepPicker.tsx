import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { repsQuery } from '../api/planning-queries.ts'

type Props = { rep: string | undefined; onChoose: (id: string) => void }

/** Finds a rep by any word of the name. */
export function RepPicker({ rep, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(repsQuery({ search: typed }))
  const { data: chosen } = useQuery({ ...repsQuery({ id: rep ?? '' }), enabled: rep !== undefined })
  const found = [...(chosen?.reps ?? []), ...(data?.reps ?? [])]
  const labels = new Map(found.map(({ id, fullName, username }) => [id, fullName || username]))
  return (
    <Select
      label="Rep"
      placeholder="Type a name"
      miw={240}
      data={[...labels].map(([value, label]) => ({ value, label }))}
      searchable
      onSearchChange={text => setTyped([...labels.values()].includes(text) ? '' : text)}
      nothingFoundMessage="No rep found. Reps are users of the type device or dual."
      value={rep ?? null}
      onChange={id => id !== null && onChoose(id)}
    />
  )
}
