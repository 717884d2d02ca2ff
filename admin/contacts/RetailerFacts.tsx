import { Table } from '@mantine/core'
import type { RetailerDetails } from '../../shared/contract/retailers.ts'
import { creditWords } from './contact-fields.ts'

/** What the organisation knows of a retailer. Empty facts are left out, except for the credit status. */
export function RetailerFacts({ retailer }: { retailer: RetailerDetails }) {
  const { type, grade, chain, creditStatus, priceList, addressLine, town, postcode, phone, notes } = retailer
  const facts = [
    ['Type', type],
    ['Grade', grade],
    ['Chain', chain],
    ['Credit', creditWords[creditStatus]],
    ['Price list', priceList ?? 'None'],
    ['Address', [addressLine, town, postcode].filter(Boolean).join(', ')],
    ['Phone', phone],
    ['Notes', notes],
  ] as const
  return (
    <Table aria-label="Details" variant="vertical">
      <Table.Tbody>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={130} bg="transparent">
                {name}
              </Table.Th>
              <Table.Td className="lines">{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  )
}
