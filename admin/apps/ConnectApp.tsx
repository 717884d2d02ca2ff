import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Client, NewClient } from '../../shared/contract/clients.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { admittedName } from './app-words.ts'

const types: Client['admits'] = ['admin', 'dual', 'device', 'scan', 'contact']
const empty = { id: '', name: '', redirectUri: '', startUrl: '', admits: [] as Client['admits'] }

/** One more app that people sign in to. */
export function ConnectApp({ onClose }: { onClose: (done?: string) => void }) {
  const [draft, setDraft] = useState(empty)
  const [isSent, setIsSent] = useState(false)
  const queries = useQueryClient()
  const adding = useCommand({
    mutationFn: (client: NewClient) => ask<Done>('/clients', { order: client }),
    onSuccess: done => onClose(done.text),
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  })
  const missing = listMissing(draft)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    setIsSent(true)
    const { redirectUri, startUrl, ...rest } = draft
    if (Object.keys(missing).length > 0) return
    adding.mutate({ ...rest, redirectUris: [redirectUri], startUrl: startUrl.trim() || null })
  }
  const field = (name: 'id' | 'name' | 'redirectUri' | 'startUrl', label: string) => (
    <TextInput
      label={label}
      value={draft[name]}
      error={isSent ? missing[name] : undefined}
      autoComplete="off"
      onChange={event => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  )
  const toggle = (type: Client['admits'][number]) =>
    setDraft({
      ...draft,
      admits: draft.admits.includes(type) ? draft.admits.filter(one => one !== type) : [...draft.admits, type],
    })
  return (
    <>
      <Modal
        opened={!hasToConfirm(adding.error)}
        onClose={() => onClose()}
        title="Connect an app"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <form onSubmit={save} noValidate>
          <Stack>
            {field('name', 'Name that people see')}
            {field('id', 'Client id, such as warehouse-scan')}
            {field('redirectUri', 'Redirect URI, compared exactly')}
            {field('startUrl', 'Start page (optional)')}
            <Checkbox.Group
              label="User types it admits"
              error={isSent ? missing.admits : undefined}
              value={draft.admits}
            >
              <Stack gap="xs">
                {types.map(type => (
                  <Checkbox key={type} value={type} label={admittedName(type)} onChange={() => toggle(type)} />
                ))}
              </Stack>
            </Checkbox.Group>
            {adding.error && <Problem fault={adding.error} />}
            <Group justify="space-between">
              <Button variant="default" onClick={() => onClose()}>
                Cancel
              </Button>
              <Button type="submit" loading={adding.isPending}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <ConfirmYourself isOpen={hasToConfirm(adding.error)} onConfirmed={() => save()} onCancel={() => adding.reset()} />
    </>
  )
}

function listMissing({ id, name, redirectUri, admits }: typeof empty): Partial<Record<string, string>> {
  return {
    ...(name.trim() === '' && { name: 'Enter the name that people see.' }),
    ...(!/^[a-z0-9][a-z0-9-]{1,62}$/.test(id) && { id: 'Use lower-case letters, digits and -.' }),
    ...(!/^https?:\/\/\S+$/.test(redirectUri) && {
      redirectUri: 'Enter an address such as https://app.example.com/back.',
    }),
    ...(admits.length === 0 && { admits: 'Choose at least one.' }),
  }
}
