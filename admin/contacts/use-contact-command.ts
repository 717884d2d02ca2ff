import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactSummary } from '../../shared/contract/retailers.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import type { ContactCommand } from './contact-commands.ts'

type Asked = { contact: ContactSummary; name: ContactCommand }

/** A command on a contact, from the question to the result. The list and the details share it. */
export function useContactCommand() {
  const [asked, setAsked] = useState<Asked>()
  const queries = useQueryClient()
  const ordering = useCommand({
    mutationFn: ({ contact, name }: Asked) => ask<Done>(`/contacts/${contact.id}/${name}`, { order: {} }),
    onSuccess: () => setAsked(undefined),
    onSettled: () =>
      Promise.all(
        ['contact', 'contacts', 'retailer', 'retailers'].map(first => queries.invalidateQueries({ queryKey: [first] })),
      ),
  })
  const begin = (contact: ContactSummary, name: ContactCommand) => {
    ordering.reset()
    setAsked({ contact, name })
  }
  const cancel = () => {
    setAsked(undefined)
    ordering.reset()
  }
  const confirm = () => asked && ordering.mutate(asked)
  return { asked, begin, cancel, confirm, isPending: ordering.isPending, fault: ordering.error, done: ordering.data }
}
