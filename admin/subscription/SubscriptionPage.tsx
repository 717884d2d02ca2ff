import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { Subscription } from '../../shared/contract/subscription.ts'
import { administratorQuery, subscriptionQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { typeWords } from '../ui/account-words.ts'
import { momentWords, zoneWords } from '../ui/moments.ts'
import { Problem } from '../ui/Problem.tsx'
import { ManageLicences } from './ManageLicences.tsx'
import { changeWords, costWords } from './subscription-words.ts'

/** The licences of each user type: used, enabled, and their cost. */
export function SubscriptionPage() {
  const { data, error } = useAnswer(subscriptionQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [managed, setManaged] = useState<Subscription['licences'][number]>()
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'subscription', access: 'write' })
  return (
    <Stack>
      <Title order={1}>Subscription</Title>
      <Text c="dimmed">Each active user holds one licence of their type. Deactivating a user frees it.</Text>
      <Table aria-label="Licences" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>User type</Table.Th>
            <Table.Th>Used</Table.Th>
            <Table.Th visibleFrom="sm">Cost a month</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.licences.map(licence => (
            <Table.Tr key={licence.userType}>
              <Table.Td>
                {typeWords[licence.userType]}
                <Text size="sm" c="dimmed" hiddenFrom="sm">
                  {costWords(licence, data.currency)}
                </Text>
              </Table.Td>
              <Table.Td className="whole">
                {licence.used} of {licence.enabled}
              </Table.Td>
              <Table.Td visibleFrom="sm">{costWords(licence, data.currency)}</Table.Td>
              <Table.Td>
                {mayWrite && (
                  <Group justify="end">
                    <Button
                      variant="default"
                      aria-label={`Manage ${typeWords[licence.userType]}`}
                      onClick={() => setManaged(licence)}
                    >
                      Manage
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2}>Changes</Title>
      {data.changes.length === 0 && <Text c="dimmed">Nothing yet.</Text>}
      {data.changes.map(change => (
        <Text key={change.at + change.userType} className="breaks">
          {momentWords(change.at)} ({zoneWords()}): {changeWords(change, data.currency)}
          {change.by && `, by ${change.by}`}
        </Text>
      ))}
      {managed && (
        <ManageLicences
          key={managed.userType}
          licence={managed}
          currency={data.currency}
          onClose={() => setManaged(undefined)}
        />
      )}
    </Stack>
  )
}
