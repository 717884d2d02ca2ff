import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type Client, type ClientAdded, type NewClient, newClient } from '../../shared/contract/clients.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { admittedName, kindOptions } from './app-words.ts'

const types: Client['admits'] = ['admin', 'dual', 'device', 'scan', 'contact']
const empty = {
  id: '',
  name: '',
  redirectUris: [''],
  startUrl: '',
  logoutUri: '',
  jwks: '',
  jwksUri: '',
  kind: 'secret' as Client['kind'],
  admits: [] as Client['admits'],
}

type Props = { onClose: () => void; onAdded: (added: ClientAdded) => void }

/** Connects another app that people sign in to. */
export function ConnectApp({ onClose, onAdded }: Props) {
  const refresh = useRefresh('clients')
  const adding = useCommand({
    mutationFn: (client: NewClient) => ask<ClientAdded>('/clients', { order: client }),
    onSuccess: onAdded,
    onSettled: refresh,
  })
  const draft = useDraft({ before: empty, shape: newClient, toCommand, onSave: adding.mutate })
  const field = (name: 'id' | 'name' | 'redirectUris.0' | 'startUrl' | 'logoutUri' | 'jwksUri', label: string) => (
    <TextInput label={label} autoComplete="off" {...draft.form.getInputProps(name)} />
  )
  return (
    <FormDialog title="Connect an app" confirm="Save" draft={draft} saving={adding} onClose={onClose}>
      {field('name', 'Name that people see')}
      {field('id', 'Client id, such as warehouse-scan')}
      <Select
        label="How the app proves itself"
        data={kindOptions}
        allowDeselect={false}
        {...draft.form.getInputProps('kind')}
      />
      {draft.form.values.kind === 'key' && (
        <>
          {field('jwksUri', 'Address of its keys (JWKS)')}
          <Textarea label="Or the keys as JSON" autosize minRows={3} {...draft.form.getInputProps('jwks')} />
        </>
      )}
      {field('redirectUris.0', 'Redirect URI, compared exactly')}
      {field('startUrl', 'Start page (optional)')}
      {field('logoutUri', 'Back-channel logout address (optional)')}
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

/** An empty field is left out. Keys that aren't JSON reach the contract as text, which it refuses in words. */
function toCommand({ startUrl, logoutUri, jwks, jwksUri, ...typed }: typeof empty): NewClient {
  const filled = (text: string) => text.trim() || null
  const isKey = typed.kind === 'key'
  return {
    ...typed,
    startUrl: filled(startUrl),
    logoutUri: filled(logoutUri),
    jwks: isKey ? readKeys(filled(jwks)) : null,
    jwksUri: isKey ? filled(jwksUri) : null,
  }
}

function readKeys(text: string | null): NewClient['jwks'] {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return text as never
  }
}
