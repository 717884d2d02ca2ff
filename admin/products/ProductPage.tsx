import { Alert, Anchor, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProductDetails } from '../../shared/contract/products.ts'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { productQuery } from '../api/product-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useAnswer } from '../api/use-answer.ts'
import { moneyWords } from '../ui/money.ts'
import { Problem } from '../ui/Problem.tsx'
import { EditProduct } from './EditProduct.tsx'
import { ProductPictures } from './ProductPictures.tsx'
import { SetActive } from './SetActive.tsx'

const route = getRouteApi('/products/$productId')

/** One product with its pictures. */
export function ProductPage() {
  const { productId } = route.useParams()
  const { data: product, error } = useAnswer(productQuery(productId))
  const { data: administrator } = useQuery(administratorQuery)
  const [isEdited, setIsEdited] = useState(false)
  const [changed, setChanged] = useState<Done>()
  if (error) return <Problem fault={error} />
  if (!product || !administrator) return <Skeleton height={400} />
  const mayWrite = allows(administrator.rights, { module: 'products', access: 'write' })
  return (
    <Stack>
      <Anchor component={Link} to="/products" underline="always">
        Back to all products
      </Anchor>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1}>{product.name}</Title>
          <Text c="dimmed">{product.code}</Text>
        </div>
        {mayWrite && (
          <Group gap="sm">
            <Button variant="default" onClick={() => setIsEdited(true)}>
              Edit
            </Button>
            <SetActive product={product} onDone={setChanged} />
          </Group>
        )}
      </Group>
      <div role="status">{changed && <Alert variant="outline">{changed.text}</Alert>}</div>
      {product.status === 'inactive' && (
        <Alert variant="outline" color="var(--warning)" title="This product is no longer sold">
          Reps can't order it. It stays on old orders and lists.
        </Alert>
      )}
      <Facts product={product} />
      <ProductPictures product={product} mayWrite={mayWrite} />
      {isEdited && <EditProduct product={product} onDone={setChanged} onClose={() => setIsEdited(false)} />}
    </Stack>
  )
}

function Facts({ product }: { product: ProductDetails }) {
  const { category, priceCents, currency, unit, packSize, barcode, taxClass, taxClasses, description } = product
  const facts = [
    ['Category', category || 'None'],
    ['Base price', priceCents === 0 ? 'None' : `${moneyWords(priceCents, currency)} net`],
    ['Sold as', packSize === 1 ? unit : `${unit} of ${packSize}`],
    ['Barcode', barcode || 'None'],
    ['Tax class', taxClasses.find(({ code }) => code === taxClass)?.name ?? taxClass],
    ['Description', description || 'None'],
  ] as const
  return (
    <Table aria-label="Details" variant="vertical">
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={130} bg="transparent">
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
