import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client, ClientList } from '../../shared/contract/clients.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, clientsQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { AppsTable } from './AppsTable.tsx'
import { ConnectApp } from './ConnectApp.tsx'
import { CopyConfiguration } from './CopyConfiguration.tsx'
import { RemoveApp } from './RemoveApp.tsx'

type Begun = { kind: 'connect' } | { kind: 'remove'; client: Client }

/** The apps that people sign in to, and the facts that app developers need. */
export function AppsPage() {
  const { data, error } = useAnswer(clientsQuery)
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
        <Title order={1}>Apps</Title>
        {mayWrite && <Button onClick={() => setBegun({ kind: 'connect' })}>Connect an app</Button>}
      </Group>
      <Text c="dimmed">
        People sign in to these apps with the same username and password. Each app admits the user types it names.
      </Text>
      <div role="status">{done && <Alert variant="outline">{done}</Alert>}</div>
      <AppsTable
        clients={data.clients}
        {...(mayWrite && { onRemove: client => setBegun({ kind: 'remove', client }) })}
      />
      <Title order={2}>For app developers</Title>
      <Text>
        OpenID Connect: authorization code with PKCE (S256), and DPoP-bound tokens with server nonces. There is no
        client secret.
      </Text>
      <AddressTable issuer={data.issuer} addresses={data.addresses} />
      {data.clients.map(client => (
        <CopyConfiguration key={client.id} client={client} issuer={data.issuer} />
      ))}
      {begun?.kind === 'connect' && <ConnectApp onClose={close} />}
      {begun?.kind === 'remove' && <RemoveApp client={begun.client} onClose={close} />}
    </Stack>
  )
}

function AddressTable({ issuer, addresses }: Pick<ClientList, 'issuer' | 'addresses'>) {
  return (
    <Table aria-label="Addresses" verticalSpacing="xs">
      <Table.Tbody>
        {[{ name: 'Issuer', address: issuer }, ...addresses].map(({ name, address }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td className="breaks">{address}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
