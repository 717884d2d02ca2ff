import { Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { territoriesQuery } from '../api/queries.ts'
import { retailerFields } from './contact-fields.ts'
import { NewDraft } from './NewDraft.tsx'

export function NewRetailerPage() {
  const { data } = useQuery(territoriesQuery)
  const navigate = useNavigate()
  return (
    <Stack maw={480}>
      <Anchor component={Link} to="/retailers" underline="always">
        Back to all retailers
      </Anchor>
      <NewDraft
        title="New retailer"
        text="Name and account number are needed. Contacts are added afterwards."
        path="/retailers"
        fields={retailerFields(data?.territories ?? [])}
        toCommand={({ name, accountNumber, territoryId }) => ({
          name,
          accountNumber,
          territoryId: territoryId || null,
        })}
        onAdded={({ id }) => void navigate({ to: '/retailers/$retailerId', params: { retailerId: id } })}
      />
    </Stack>
  )
}
