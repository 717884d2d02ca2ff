import { Checkbox, Stack, TextInput } from '@mantine/core'
import { type Client, type NewClient, newClient } from '../../shared/contract/clients.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { admittedName } from './app-words.ts'

const types: Client['admits'] = ['admin', 'dual', 'device', 'scan', 'contact']
const empty = { id: '', name: '', redirectUris: [''], startUrl: '', admits: [] as Client['admits'] }

/** Connects another app that people sign in to. */
export function ConnectApp({ onClose }: { onClose: (done?: string) => void }) {
  const refresh = useRefresh('clients')
  const adding = useCommand({
    mutationFn: (client: NewClient) => ask<Done>('/clients', { order: client }),
    onSuccess: done => onClose(done.text),
    onSettled: refresh,
  })
  const draft = useDraft({
    before: empty,
    shape: newClient,
    toCommand: ({ startUrl, ...typed }) => ({ ...typed, startUrl: startUrl.trim() || null }),
    onSave: adding.mutate,
  })
  const field = (name: 'id' | 'name' | 'redirectUris.0' | 'startUrl', label: string) => (
    <TextInput label={label} autoComplete="off" {...draft.form.getInputProps(name)} />
  )
  return (
    <FormDialog title="Connect an app" confirm="Save" draft={draft} saving={adding} onClose={() => onClose()}>
      {field('name', 'Name that people see')}
      {field('id', 'Client id, such as warehouse-scan')}
      {field('redirectUris.0', 'Redirect URI, compared exactly')}
      {field('startUrl', 'Start page (optional)')}
      <Checkbox.Group label="User types it admits" {...draft.form.getInputProps('admits')}>
        <Stack gap="xs">
          {types.map(type => (
            <Checkbox key={type} value={type} label={admittedName(type)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  )
}
