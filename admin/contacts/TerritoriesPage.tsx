import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import { type TerritoryList, territoryDraft } from '../../shared/contract/territories.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { administratorQuery, territoriesQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { Problem } from '../ui/Problem.tsx'
import { territoryFields, toTerritory } from './contact-fields.ts'
import { EditRecord } from './EditRecord.tsx'

type Territory = TerritoryList['territories'][number]
type Edited = { title: string; path: string; name: string }

/** The sales territories. Only a territory without retailers and users can be removed. */
export function TerritoriesPage() {
  const { data, error } = useQuery(territoriesQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [edited, setEdited] = useState<Edited>()
  const queries = useQueryClient()
  const removing = useCommand({
    mutationFn: (id: string) => ask<Done>(`/territories/${id}/remove`, { order: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['territories'] }),
  })
  const mayWrite = administrator && allows(administrator.rights, { module: 'retailers', access: 'write' })
  const fault = error ?? removing.error
  const rename = ({ id, name }: Territory) => setEdited({ title: `Rename ${name}`, path: `/territories/${id}`, name })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Territories</Title>
        {mayWrite && (
          <Button onClick={() => setEdited({ title: 'New territory', path: '/territories', name: '' })}>
            New territory
          </Button>
        )}
      </Group>
      <Text c="dimmed">Reps see the retailers in their territories. Assign territories under Users.</Text>
      <div role="status">{removing.data && <Alert variant="outline">{removing.data.text}</Alert>}</div>
      {fault && <Problem fault={fault} />}
      {!data && !error && <Skeleton height={200} />}
      <Table aria-label="Territories" verticalSpacing="sm">
        <Table.Tbody>
          {data?.territories.map(territory => (
            <Table.Tr key={territory.id}>
              <Table.Td>
                {territory.name}
                <Text c="dimmed" size="sm">
                  Retailers: {territory.retailers}, users: {territory.users}
                </Text>
              </Table.Td>
              <Table.Td>
                {mayWrite && (
                  <Group gap="sm" justify="flex-end">
                    <Button variant="default" aria-label={`Rename ${territory.name}`} onClick={() => rename(territory)}>
                      Rename
                    </Button>
                    {territory.retailers + territory.users === 0 && (
                      <Button
                        variant="default"
                        aria-label={`Remove ${territory.name}`}
                        onClick={() => removing.mutate(territory.id)}
                      >
                        Remove
                      </Button>
                    )}
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {edited && (
        <EditRecord
          title={edited.title}
          path={edited.path}
          fields={territoryFields}
          before={{ name: edited.name }}
          shape={territoryDraft}
          toCommand={toTerritory}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  )
}
