import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditRow } from '../../shared/contract/audit.ts'
import { rolesQuery, territoriesQuery } from '../api/queries.ts'
import { reasonWords } from '../ui/reason-words.ts'
import { factWords } from './fact-words.ts'

/** The details of a row. Names are looked up, because the rows that hold them can be deleted. */
export function Facts({ row }: { row: AuditRow }) {
  const { retailer, role, territory, ...more } = row.details
  const { reason: said = '', findings = 0 } = more
  // The covered findings and the MAC are for machines.
  const rest = row.action === 'audit-acknowledged' ? { findings, reason: said } : more
  // A changed type or role appears as a reason, and names no role.
  const reason = reasonWords({ what: row.action, details: row.details })
  return (
    <Text c="dimmed" size="sm" component="div">
      {reason || factWords(rest)}
      {typeof role === 'string' && <RoleName id={role} />}
      {typeof territory === 'string' && <TerritoryName id={territory} />}
      {typeof retailer === 'string' && (
        <Anchor
          underline="always"
          renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId: retailer }} />}
        >
          The retailer
        </Anchor>
      )}
    </Text>
  )
}

function RoleName({ id }: { id: string }) {
  const { data } = useQuery(rolesQuery)
  return data?.roles.find(role => role.id === id)?.name ?? 'A deleted role'
}

function TerritoryName({ id }: { id: string }) {
  const { data } = useQuery(territoriesQuery)
  return data?.territories.find(territory => territory.id === id)?.name ?? 'A deleted territory'
}
