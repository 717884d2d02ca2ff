import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RetailerSummary } from '../../shared/contract/retailers.ts'
import type { RetailerSearch } from '../api/retailer-search.ts'
import { SortableHeading } from '../ui/SortableHeading.tsx'
import { State } from '../ui/State.tsx'
import { retailerStatusWords } from './contact-words.ts'

type Props = { retailers: RetailerSummary[]; search: RetailerSearch; onSort: (sorted: RetailerSearch) => void }

/** A phone shows the retailer and the state. Wider screens show more columns. */
export function RetailerTable({ retailers, search, onSort }: Props) {
  const sorting = { sort: search.sort ?? 'name', order: search.order ?? 'ascending' }
  const heading = { sorting, onSort } as const
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="sm" aria-label="Retailers">
      <Table.Thead>
        <Table.Tr>
          <SortableHeading {...heading} by="name" label="Retailer" />
          <SortableHeading {...heading} visibleFrom="sm" by="account-number" label="Account number" />
          <Table.Th visibleFrom="sm">Territory</Table.Th>
          <Table.Th visibleFrom="sm">Website access</Table.Th>
          <Table.Th>Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {retailers.map(retailer => (
          <Table.Tr key={retailer.id}>
            <Table.Td>
              <Anchor
                underline="always"
                renderRoot={props => (
                  <Link {...props} to="/retailers/$retailerId" params={{ retailerId: retailer.id }} />
                )}
              >
                {retailer.name}
              </Anchor>
              <Text hiddenFrom="sm" c="dimmed" size="sm">
                {retailer.accountNumber}, {accessWords(retailer).toLowerCase()}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{retailer.accountNumber}</Table.Td>
            <Table.Td visibleFrom="sm">{retailer.territory ?? 'None'}</Table.Td>
            <Table.Td visibleFrom="sm">{accessWords(retailer)}</Table.Td>
            <Table.Td>
              <State tone={retailer.status === 'open' ? 'good' : 'quiet'} word={retailerStatusWords[retailer.status]} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const accessWords = ({ withAccess, contacts }: RetailerSummary) =>
  contacts === 0 ? 'No contacts' : `${withAccess} of ${contacts} contacts`
