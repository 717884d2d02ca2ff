import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client, ClientAdded, ClientList } from '../../shared/contract/clients.ts'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, clientsQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { ShownOnce } from '../ui/ShownOnce.tsx'
import { AppSecrets } from './AppSecrets.tsx'
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
  const [shown, setShown] = useState<{ text: string; secret: string }>()
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  const close = (text?: string) => {
    setBegun(undefined)
    setDone(text)
  }
  const show = ({ text, secret }: ClientAdded) => {
    close(secret === null ? text : undefined)
    setShown(secret === null ? undefined : { text, secret })
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
      {shown && (
        <ShownOnce
          title={shown.text}
          text="Copy the client secret into the app now. Fieldkey can't show it again."
          secret={shown.secret}
          onClose={() => setShown(undefined)}
        />
      )}
      <AppsTable
        clients={data.clients}
        {...(mayWrite && {
          onRemove: client => setBegun({ kind: 'remove', client }),
          secretsOf: client => <AppSecrets client={client} onRotated={show} onDone={close} />,
        })}
      />
      <Title order={2}>For app developers</Title>
      <Text>
        OpenID Connect: authorization code with PKCE (S256). Public apps use DPoP with server nonces, others a secret or
        a key. Scopes: openid, offline_access, profile, email, user_type, role, territories, retailer.
      </Text>
      <AddressTable issuer={data.issuer} addresses={data.addresses} />
      {data.clients.map(client => (
        <CopyConfiguration key={client.id} client={client} issuer={data.issuer} />
      ))}
      {begun?.kind === 'connect' && <ConnectApp onClose={() => close()} onAdded={show} />}
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
