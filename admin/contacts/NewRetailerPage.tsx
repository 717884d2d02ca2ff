import { Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { newRetailer } from '../../shared/contract/retailers.ts'
import { territoriesQuery } from '../api/queries.ts'
import { retailerFields, toRetailer } from './contact-fields.ts'
import { NewRecord } from './NewRecord.tsx'

export function NewRetailerPage() {
  const { data } = useQuery(territoriesQuery)
  const navigate = useNavigate()
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/retailers" underline="always">
        Back to all retailers
      </Anchor>
      <NewRecord
        title="New retailer"
        text="Name and account number are needed. Contacts are added afterwards."
        path="/retailers"
        fields={retailerFields(data?.territories ?? [])}
        shape={newRetailer}
        toCommand={toRetailer}
        onAdded={({ id }) => void navigate({ to: '/retailers/$retailerId', params: { retailerId: id } })}
      />
    </Stack>
  )
}
