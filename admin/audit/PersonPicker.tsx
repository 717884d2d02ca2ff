import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditPeopleQuery } from '../api/queries.ts'

type Props = { personId: string | undefined; onPick: (id: string | undefined) => void }

const restMs = 250

/** Picks one account, a user or a contact. The server searches. */
export function PersonPicker({ personId, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, restMs)
  const { data: chosen } = useQuery({ ...auditPeopleQuery({ id: personId ?? '' }), enabled: personId !== undefined })
  const { data: found } = useQuery(auditPeopleQuery({ search }))
  const others = (found?.people ?? []).filter(({ id }) => id !== personId)
  const one = [...(chosen?.people ?? []), ...(found?.people ?? [])].find(({ id }) => id === personId)
  const gone = personId !== undefined && chosen ? [{ id: personId, username: 'A deleted person', fullName: '' }] : []
  const shown = [...(one ? [one] : gone), ...others]
  return (
    <Select
      label="Person"
      placeholder="Anyone"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Anyone' }}
      nothingFoundMessage="No one found. Try a shorter search."
      // The server has already filtered the options.
      filter={({ options }) => options}
      data={shown.map(({ id, username, fullName }) => ({
        value: id,
        label: fullName === '' ? username : `${username} (${fullName})`,
      }))}
      value={personId ?? null}
      onChange={id => onPick(id ?? undefined)}
      onSearchChange={setTyped}
      flex={1}
      miw={220}
    />
  )
}
