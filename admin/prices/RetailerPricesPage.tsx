import { Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery, retailerQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useListSearch } from '../ui/use-list-search.ts'
import { PriceCheck } from './PriceCheck.tsx'
import { Prices } from './Prices.tsx'

const route = getRouteApi('/retailers/$retailerId/prices')

/** The prices of one retailer, and a check of what it pays. */
export function RetailerPricesPage() {
  const { retailerId } = route.useParams()
  const { search, change } = useListSearch(route)
  const { data: retailer, error } = useAnswer(retailerQuery(retailerId))
  const { data: administrator } = useQuery(administratorQuery)
  if (error) return <Problem fault={error} />
  if (!retailer || !administrator) return <Skeleton height={400} />
  return (
    <Stack>
      <Anchor
        underline="always"
        renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId }} />}
      >
        Back to {retailer.name}
      </Anchor>
      <Group justify="space-between">
        <Title order={1}>Prices of {retailer.name}</Title>
        <ExportLink kind="prices">Export the prices of all retailers</ExportLink>
      </Group>
      <Text c="dimmed">They come before its price list and before the base price.</Text>
      <PriceCheck retailerId={retailerId} />
      <Prices
        path={`/retailers/${retailerId}`}
        search={search}
        mayWrite={allows(administrator.rights, { module: 'products', access: 'write' })}
        onSearch={change}
      />
    </Stack>
  )
}
