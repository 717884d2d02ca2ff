import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { ServiceToken, ServiceTokenAdded } from '../../shared/contract/service-tokens.ts'
import { serviceTokensQuery } from '../api/integration-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { ShownOnce } from '../ui/ShownOnce.tsx'
import { AddServiceToken } from './AddServiceToken.tsx'
import { RevokeServiceToken } from './RevokeServiceToken.tsx'

type Begun = { kind: 'add' } | { kind: 'revoke'; token: ServiceToken } | { kind: 'added'; added: ServiceTokenAdded }

/** The tokens that other systems sign in with. */
export function ServiceTokensPage() {
  const { data, error } = useAnswer(serviceTokensQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [begun, setBegun] = useState<Begun>()
  const [done, setDone] = useState<string>()
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  const close = (text?: string) => {
    setBegun(undefined)
    setDone(text)
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Service tokens</Title>
        {mayWrite && <Button onClick={() => setBegun({ kind: 'add' })}>Add service token</Button>}
      </Group>
      <Text c="dimmed">
        An ERP or another system signs in with a token. It may do what the role of the token allows. Times are in{' '}
        {zoneWords()}.
      </Text>
      <div role="status">{done && <Alert variant="outline">{done}</Alert>}</div>
      {begun?.kind === 'added' && (
        <ShownOnce
          title={begun.added.text}
          text="Copy the token into the other system now. Fieldkey can't show it again."
          secret={begun.added.token}
          onClose={() => close()}
        />
      )}
      {data.services.length === 0 ? (
        <Text>There are no service tokens. Add one for each system that connects.</Text>
      ) : (
        <TokenTable
          tokens={data.services}
          onRevoke={mayWrite ? token => setBegun({ kind: 'revoke', token }) : undefined}
        />
      )}
      {begun?.kind === 'add' && (
        <AddServiceToken onClose={() => close()} onAdded={added => setBegun({ kind: 'added', added })} />
      )}
      {begun?.kind === 'revoke' && <RevokeServiceToken token={begun.token} onClose={close} />}
    </Stack>
  )
}

type TableProps = { tokens: readonly ServiceToken[]; onRevoke: ((token: ServiceToken) => void) | undefined }

function TokenTable({ tokens, onRevoke }: TableProps) {
  return (
    <Table aria-label="Service tokens" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th visibleFrom="sm">Expires</Table.Th>
          <Table.Th visibleFrom="sm">Last use</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map(token => (
          <Table.Tr key={token.id}>
            <Table.Td className="breaks">
              {token.name}
              <Text c="dimmed" size="sm">
                Role {token.role}
              </Text>
              <Text c="dimmed" size="sm" hiddenFrom="sm">
                {expiryWords(token)}. Last use: {lastUseWords(token)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{expiryWords(token)}</Table.Td>
            <Table.Td visibleFrom="sm">{lastUseWords(token)}</Table.Td>
            <Table.Td>
              {onRevoke && (
                <Button variant="default" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
                  Revoke
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const expiryWords = ({ expiresAt, isExpired }: ServiceToken) =>
  isExpired ? `Expired on ${momentWords(expiresAt)}` : momentWords(expiresAt)

const lastUseWords = ({ lastUsedAt }: ServiceToken) => (lastUsedAt === null ? 'never' : momentWords(lastUsedAt))
