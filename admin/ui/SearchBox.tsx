import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

const typingPauseMs = 250

type Props = { inAddress: string | undefined; placeholder: string; onSearch: (text: string) => void }

/** Searches when the typing pauses, and follows the address when a link or the Back button changes it. */
export function SearchBox({ inAddress = '', placeholder, onSearch }: Props) {
  const [typed, setTyped] = useState(inAddress)
  // The address follows the box a little later, and must not undo the letters typed since.
  const sent = useRef(new Set<string>())
  const search = useDebouncedCallback((text: string) => {
    if (text !== inAddress) sent.current.add(text)
    onSearch(text)
  }, typingPauseMs)
  useEffect(() => {
    if (sent.current.delete(inAddress)) return
    search.cancel()
    setTyped(inAddress)
  }, [inAddress, search])
  return (
    <TextInput
      label="Search"
      placeholder={placeholder}
      type="search"
      miw={240}
      flex={1}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
