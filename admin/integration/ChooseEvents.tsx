import { Checkbox, Stack } from '@mantine/core'
import type { ComponentProps } from 'react'
import { webhookEvents } from '../../shared/contract/webhook-events.ts'
import { eventWords } from './webhook-words.ts'

type Props = Omit<ComponentProps<typeof Checkbox.Group>, 'children' | 'label'>

export function ChooseEvents(props: Props) {
  return (
    <Checkbox.Group label="Send an event when" {...props}>
      <Stack gap="xs">
        {webhookEvents.map(event => (
          <Checkbox key={event} value={event} label={eventWords[event]} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
