import { Anchor, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditAccount, AuditRow } from '../../shared/contract/audit.ts'
import { allows, type Rights } from '../../shared/contract/rights.ts'
import { administratorQuery } from '../api/queries.ts'
import { actorWords, whatWords } from '../ui/action-words.ts'
import { momentWords } from '../ui/moments.ts'
import { Username } from '../ui/Username.tsx'
import { Facts } from './Facts.tsx'

/** A phone shows the accounts below the event. Wider screens show more columns. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { data: administrator } = useQuery(administratorQuery)
  const rights = administrator?.rights
  return (
    <Table stickyHeader stickyHeaderOffset={56} verticalSpacing="sm" aria-label="Audit">
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="when">When</Table.Th>
          <Table.Th>What happened</Table.Th>
          <Table.Th visibleFrom="sm">Who</Table.Th>
          <Table.Th visibleFrom="sm">To whom</Table.Th>
          <Table.Th visibleFrom="md">From</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(row => (
          <Table.Tr key={row.id}>
            <Table.Td>{momentWords(row.at)}</Table.Td>
            <Table.Td>
              {whatWords(row.action)}
              <Facts row={row} />
              <Text hiddenFrom="sm" component="div" size="sm">
                <By row={row} rights={rights} />
                {row.to && row.to.id !== row.by?.id && (
                  <>
                    {' → '}
                    <Account account={row.to} rights={rights} />
                  </>
                )}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <By row={row} rights={rights} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <To row={row} rights={rights} />
            </Table.Td>
            <Table.Td visibleFrom="md">
              {row.device}
              <Text c="dimmed" size="sm">
                {row.network}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type WithRights = { rights: Rights | undefined }

function By({ row, rights }: { row: AuditRow } & WithRights) {
  return row.by ? <Account account={row.by} rights={rights} /> : actorWords[row.actor]
}

function To({ row, rights }: { row: AuditRow } & WithRights) {
  if (!row.to) return null
  if (row.to.id !== row.by?.id) return <Account account={row.to} rights={rights} />
  return <Text c="dimmed">Themselves</Text>
}

/** Links to the account if the reader may open it. */
function Account({ account, rights }: { account: AuditAccount } & WithRights) {
  const { id, name, kind, retailerId } = account
  if (name === null) return `A deleted person (${id.slice(-6)})`
  const may = (module: 'users' | 'retailers') => rights && allows(rights, { module, access: 'read' })
  if (kind === 'user' && may('users')) {
    return (
      <Anchor underline="always" renderRoot={props => <Link {...props} to="/users/$userId" params={{ userId: id }} />}>
        <Username text={name} />
      </Anchor>
    )
  }
  if (retailerId !== null && may('retailers')) {
    const params = { retailerId, contactId: id }
    return (
      <Anchor
        underline="always"
        renderRoot={props => <Link {...props} to="/retailers/$retailerId/contacts/$contactId" params={params} />}
      >
        <Username text={name} />
      </Anchor>
    )
  }
  return <Username text={name} />
}
