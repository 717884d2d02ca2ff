import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { allows } from '../../shared/contract/rights.ts'
import { administratorQuery } from '../api/queries.ts'

/** For administrators who may see products and prices. */
export function PricesLink({ retailerId }: { retailerId: string }) {
  const { data: administrator } = useQuery(administratorQuery)
  if (!administrator || !allows(administrator.rights, { module: 'products', access: 'read' })) return null
  return (
    <Anchor
      underline="always"
      renderRoot={props => <Link {...props} to="/retailers/$retailerId/prices" params={{ retailerId }} />}
    >
      Prices of this retailer
    </Anchor>
  )
}
