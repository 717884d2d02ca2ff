import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allows, noRights } from '../../shared/contract/rights.ts'
import type { Role } from '../../shared/contract/roles.ts'
import { administratorQuery, rolesQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Problem } from '../ui/Problem.tsx'
import { EditRole } from './EditRole.tsx'
import { RemoveRole } from './RemoveRole.tsx'
import { rightsWords } from './role-words.ts'

type Begun = { kind: 'new' } | { kind: 'edit' | 'remove'; role: Role }

/** The roles, their rights, and how many users have each. */
export function RolesPage() {
  const { data, error } = useAnswer(rolesQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [begun, setBegun] = useState<Begun>()
  const [done, setDone] = useState<string>()
  if (error) return <Problem fault={error} />
  if (!data || !administrator) return <Skeleton height={300} />
  const mayWrite = allows(administrator.rights, { module: 'settings', access: 'write' })
  const begin = (what: Begun) => {
    setDone(undefined)
    setBegun(what)
  }
  const close = (text?: string) => {
    setBegun(undefined)
    setDone(text)
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>Roles</Title>
        {mayWrite && <Button onClick={() => begin({ kind: 'new' })}>New role</Button>}
      </Group>
      <Text c="dimmed">
        A role says what a user of type Admin or Dual may do here. You can only give rights that you have.
      </Text>
      <div role="status">{done && <Alert variant="outline">{done}</Alert>}</div>
      <Table aria-label="Roles" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Role</Table.Th>
            <Table.Th visibleFrom="sm">May</Table.Th>
            <Table.Th>Users</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.roles.map(role => (
            <Table.Tr key={role.id}>
              <Table.Td>
                {role.name}
                <Text c="dimmed" size="sm" hiddenFrom="sm">
                  {rightsWords(role.rights)}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="sm">{rightsWords(role.rights)}</Table.Td>
              <Table.Td>{role.holders}</Table.Td>
              <Table.Td>{mayWrite && <RoleButtons role={role} onBegin={kind => begin({ kind, role })} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {begun?.kind === 'new' && <EditRole name="" rights={noRights} mine={administrator.rights} onClose={close} />}
      {begun?.kind === 'edit' && <EditRole {...begun.role} mine={administrator.rights} onClose={close} />}
      {begun?.kind === 'remove' && <RemoveRole role={begun.role} onClose={close} />}
    </Stack>
  )
}

type Buttons = { role: Role; onBegin: (kind: 'edit' | 'remove') => void }

/** The commands for a role, or why it has none. */
function RoleButtons({ role, onBegin }: Buttons) {
  const why = whyFixed(role)
  if (why) return <Text c="dimmed">{why}</Text>
  return (
    <Group justify="end" gap="xs">
      <Button variant="default" aria-label={`Edit ${role.name}`} onClick={() => onBegin('edit')}>
        Edit
      </Button>
      {role.holders === 0 && (
        <Button variant="default" aria-label={`Remove ${role.name}`} onClick={() => onBegin('remove')}>
          Remove
        </Button>
      )}
    </Group>
  )
}

function whyFixed({ isFixed, isYours, isWithinReach }: Role): string | undefined {
  if (isFixed) return 'Always there'
  if (isYours) return 'Your own role'
  return isWithinReach ? undefined : 'More than you may'
}
