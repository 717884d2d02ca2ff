import { Button, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { suggestAddress } from '../../shared/names/suggest-address.ts'

const typingPauseMs = 400

type Props = { typed: string; onCorrect: (address: string) => void }

/** Asks about a likely slip in an address and corrects it with one click. It never blocks saving. */
export function AddressSuggestion({ typed, onCorrect }: Props) {
  // gmail.co is a slip only if the typing ends there: the address may be on its way to gmail.com.
  const [settled] = useDebouncedValue(typed, typingPauseMs)
  const suggestion = suggestAddress(settled)
  if (suggestion === undefined || settled !== typed) return null
  return (
    <Group gap="xs" mt={-8}>
      <Text role="status" size="sm" className="breaks" maw="100%">
        Did you mean {suggestion}?
      </Text>
      <Button type="button" size="compact-sm" variant="default" onClick={() => onCorrect(suggestion)}>
        Use this address
      </Button>
    </Group>
  )
}
