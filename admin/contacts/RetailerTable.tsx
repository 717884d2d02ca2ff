import { Anchor, Table, Text, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RetailerQuery, RetailerSummary } from '../../shared/contract/retailers.ts'
import type { RetailerSearch } from '../api/retailer-search.ts'
import { State } from '../ui/State.tsx'
import { retailerStatusWords } from './contact-words.ts'

type Props = { retailers: RetailerSummary[]; search: RetailerSearch; onSort: (sorted: RetailerSearch) => void }

/** A phone shows which one and its state; the rest comes with the room for it. */
export function RetailerTable({ retailers, search, onSort }: Props) {
  const { sort = 'name', order = 'ascending' } = search
  const heading = (by: RetailerQuery['sort'], label: string) => {
    const isBy = sort === by
    const turned = isBy && order === 'ascending' ? 'descending' : 'ascending'
    return (
      <UnstyledButton fw={600} mih={24} onClick={() => onSort({ sort: by, order: turned })}>
        {label}
        <span aria-hidden="true">{isBy ? (order === 'ascending' ? ' ▲' : ' ▼') : ''}</span>
      </UnstyledButton>
    )
  }
  const sorted = (by: RetailerQuery['sort']) => (sort === by ? { 'aria-sort': order } : {})
  return (
    <Table stickyHeader stickyHeaderOffset={56} highlightOnHover verticalSpacing="sm" aria-label="Retailers">
      <Table.Thead>
        <Table.Tr>
          <Table.Th {...sorted('name')}>{heading('name', 'Retailer')}</Table.Th>
          <Table.Th visibleFrom="sm" {...sorted('account-number')}>
            {heading('account-number', 'Account number')}
          </Table.Th>
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
