import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { DraftFields } from '../contacts/DraftFields.tsx'
import { type Draft, type Field, listMissing } from '../contacts/fields.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { whatHappens } from './address-words.ts'

type Props = {
  title: string
  path: string
  fields: readonly Field[]
  before: Draft
  confirm: string
  /** What one field means for another, while it is typed. */
  follow?: (next: Draft, last: Draft) => Draft
  onDone: (done: Done) => void
  onClose: () => void
}

/** Gives an account another username or address, and says first what that means. A wrong click loses nothing. */
export function AddressDialog({ title, path, fields, before, confirm, follow, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(before)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const changing = useMutation({
    mutationFn: () => ask<Done>(path, { order: draft }),
    onSuccess: async done => {
      await Promise.all(
        ['user', 'users', 'contact', 'retailer', 'retailers', 'new-address'].map(first =>
          queries.invalidateQueries({ queryKey: [first] }),
        ),
      )
      onDone(done)
    },
  })
  const unsaved = useUnsaved(JSON.stringify(draft) !== JSON.stringify(before) && !changing.isSuccess)
  const faults = listMissing(fields, draft)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    if (Object.keys(faults).length === 0) changing.mutate()
  }
  return (
    <>
      <Modal
        opened={!hasToConfirm(changing.error) && !unsaved.isAsked}
        onClose={onClose}
        title={title}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <form onSubmit={save} noValidate>
          <Stack>
            <DraftFields
              fields={fields}
              draft={draft}
              onChange={next => setDraft(follow ? follow(next, draft) : next)}
              faults={isSent ? faults : {}}
            />
            <Stack component="ul" gap="xs" m={0} pl="md">
              {whatHappens.map(text => (
                <Text key={text} component="li" size="sm">
                  {text}
                </Text>
              ))}
            </Stack>
            {changing.error && <Problem fault={changing.error} />}
            <Group justify="space-between">
              <Button variant="default" onClick={() => unsaved.leave(onClose)}>
                Cancel
              </Button>
              <Button type="submit" loading={changing.isPending}>
                {confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <LeaveDialog unsaved={unsaved} />
      <ConfirmYourself
        isOpen={hasToConfirm(changing.error)}
        onConfirmed={() => save()}
        onCancel={() => changing.reset()}
      />
    </>
  )
}
