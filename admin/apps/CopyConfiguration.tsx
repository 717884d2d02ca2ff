import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Client } from '../../shared/contract/clients.ts'
import { methodOfKind } from './app-words.ts'

/** Copies the settings that a client library needs. */
export function CopyConfiguration({ client, issuer }: { client: Client; issuer: string }) {
  const [isCopied, setIsCopied] = useState(false)
  const text = JSON.stringify(
    {
      issuer,
      client_id: client.id,
      token_endpoint_auth_method: methodOfKind[client.kind],
      redirect_uri: client.redirectUris[0],
      response_type: 'code',
      scope: 'openid offline_access',
      prompt: 'consent',
      code_challenge_method: 'S256',
      dpop_bound_access_tokens: client.kind === 'public',
      id_token_signed_response_alg: 'ES256',
    },
    null,
    2,
  )
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Stack gap="xs">
      <Group>
        <Text>{client.name}</Text>
        <Button variant="default" aria-label={`Copy the configuration of ${client.name}`} onClick={copy}>
          Copy the configuration
        </Button>
        <Text role="status">{isCopied && 'Copied.'}</Text>
      </Group>
    </Stack>
  )
}
