import { Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { retailerQuery } from '../api/queries.ts'
import { newContactShape, personFields, signInFields, toPerson, toSignIn } from './contact-fields.ts'
import { NewRecord } from './NewRecord.tsx'

const route = getRouteApi('/retailers/$retailerId/contacts/new')
const fields = [...personFields, ...signInFields]

export function NewContactPage() {
  const { retailerId } = route.useParams()
  const { data: retailer } = useQuery(retailerQuery(retailerId))
  const navigate = route.useNavigate()
  return (
    <Stack maw={480}>
      <Anchor
        underline="always"
        renderRoot={props => <Link {...props} to="/retailers/$retailerId" params={{ retailerId }} />}
      >
        Back to {retailer?.name ?? 'the retailer'}
      </Anchor>
      <NewRecord
        title="New contact"
        text="The person gets an email and chooses a password. Role is optional."
        path="/contacts"
        fields={fields}
        shape={newContactShape}
        toCommand={draft => ({ retailerId, ...toPerson(draft), ...toSignIn(draft) })}
        onAdded={({ id }) =>
          void navigate({ to: '/retailers/$retailerId/contacts/$contactId', params: { retailerId, contactId: id } })
        }
      />
    </Stack>
  )
}
