import { Button, Group, Text } from '@mantine/core'

type Props = {
  labels: readonly [previous: string, next: string]
  /** Undefined on the first page. */
  onPrevious: (() => void) | undefined
  /** Undefined on the last page. */
  onNext: (() => void) | undefined
  /** Where the reader is, between the two buttons. */
  place?: string
}

/** Leads to the previous and the next part of a list. A list of one page needs none. */
export function Pager({ labels, onPrevious, onNext, place }: Props) {
  if (!onPrevious && !onNext) return null
  const button = (label: string, onClick: (() => void) | undefined) => (
    <Button variant="default" disabled={!onClick} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <Group justify="space-between">
      {button(labels[0], onPrevious)}
      {place !== undefined && <Text>{place}</Text>}
      {button(labels[1], onNext)}
    </Group>
  )
}
