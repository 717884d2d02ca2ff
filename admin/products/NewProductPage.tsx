import { Anchor, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { newProduct } from '../../shared/contract/products.ts'
import { categoriesQuery, productChoicesQuery } from '../api/product-queries.ts'
import { NewRecord } from '../ui/NewRecord.tsx'
import { codeField, emptyProduct, productFields, toNewProduct } from './product-fields.ts'

export function NewProductPage() {
  const { data: tree } = useQuery(categoriesQuery)
  const { data: choices } = useQuery(productChoicesQuery)
  const navigate = useNavigate()
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/products" underline="always">
        Back to all products
      </Anchor>
      {tree && choices ? (
        <NewRecord
          title="New product"
          text="Code, name and price are needed. Pictures are added afterwards."
          path="/products"
          fields={[codeField, ...productFields({ ...tree, ...choices })]}
          before={emptyProduct}
          outdated={['products']}
          shape={newProduct}
          toCommand={toNewProduct}
          onAdded={({ id }) => void navigate({ to: '/products/$productId', params: { productId: id } })}
        />
      ) : (
        <Skeleton height={400} />
      )}
    </Stack>
  )
}
