import { Button, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Client } from '../../shared/contract/clients.ts'
import { admittedWords, kindWords } from './app-words.ts'

type Props = {
  clients: readonly Client[]
  onRemove?: (client: Client) => void
  /** What an administrator may do with the secrets of an app. */
  secretsOf?: (client: Client) => ReactNode
}

export function AppsTable({ clients, onRemove, secretsOf }: Props) {
  return (
    <Table aria-label="Apps" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>App</Table.Th>
          <Table.Th visibleFrom="sm">Admits</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clients.map(client => (
          <Table.Tr key={client.id}>
            <Table.Td className="breaks">
              {client.name}
              <Text c="dimmed" size="sm">
                {client.id}
              </Text>
              {!client.isOwn && (
                <Text c="dimmed" size="sm">
                  {kindWords[client.kind]}
                </Text>
              )}
              {client.kind === 'secret' && secretsOf?.(client)}
              <Text c="dimmed" size="sm" hiddenFrom="sm">
                {admittedWords(client.admits)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{admittedWords(client.admits)}</Table.Td>
            <Table.Td>
              {client.isOwn && <Text c="dimmed">Always there</Text>}
              {onRemove && !client.isOwn && (
                <Button variant="default" aria-label={`Remove ${client.name}`} onClick={() => onRemove(client)}>
                  Remove
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
