import { Alert, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CompanyProviderDraft, ListedCompanyProvider } from '../../shared/contract/company-sign-in.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { companyProvidersQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { CompanyProviderForm } from './CompanyProviderForm.tsx'
import { emptyCompanyDraft, toCompanyDraft } from './company-draft.ts'

type Change = { path: string; order: CompanyProviderDraft | { id: string } }

const saving = '/settings/company-sign-in'

/** The OpenID providers of the organisation: Entra ID, Google, Okta or any other. */
export function CompanySignInPart({ mayWrite }: { mayWrite: boolean }) {
  const { data, error } = useQuery(companyProvidersQuery)
  const [edited, setEdited] = useState<CompanyProviderDraft>()
  const refresh = useRefresh('company-sign-in')
  const command = useCommand({
    mutationFn: ({ path, order }: Change): Promise<Done> => ask<Done>(path, { order }),
    onSuccess: () => setEdited(undefined),
    onSettled: refresh,
  })
  if (error) return <Problem fault={error} />
  if (!data) return <Skeleton height={80} />
  const mustConfirm = hasToConfirm(command.error)
  return (
    <Stack component="section" aria-labelledby="company-sign-in">
      <div>
        <Title order={2} id="company-sign-in">
          Company sign-in
        </Title>
        <Text c="dimmed">People sign in with the account of your company. Entra ID, Google, Okta and others work.</Text>
      </div>
      <div role="status">{command.data && <Alert variant="outline">{command.data.text}</Alert>}</div>
      <ProviderTable
        providers={data.providers}
        mayWrite={mayWrite}
        onEdit={provider => setEdited(toCompanyDraft(provider))}
        onRemove={id => command.mutate({ path: `${saving}/remove`, order: { id } })}
      />
      {edited && (
        <CompanyProviderForm
          key={edited.id}
          draft={edited}
          redirectUri={data.redirectBase + edited.id}
          isNew={!data.providers.some(({ id }) => id === edited.id)}
          isSaving={command.isPending}
          onSave={order => command.mutate({ path: saving, order })}
          onCancel={() => setEdited(undefined)}
        />
      )}
      {mayWrite && !edited && (
        <Group>
          <Button variant="default" onClick={() => setEdited(emptyCompanyDraft())}>
            Add a provider
          </Button>
        </Group>
      )}
      {command.error && !mustConfirm && <Problem fault={command.error} />}
      <ConfirmYourself
        isOpen={mustConfirm}
        onConfirmed={() => command.variables && command.mutate(command.variables)}
        onCancel={() => command.reset()}
      />
    </Stack>
  )
}

type TableProps = {
  providers: readonly ListedCompanyProvider[]
  mayWrite: boolean
  onEdit: (provider: ListedCompanyProvider) => void
  onRemove: (id: string) => void
}

function ProviderTable({ providers, mayWrite, onEdit, onRemove }: TableProps) {
  if (providers.length === 0) return <Text>No provider is set up. Everyone signs in with a password or a passkey.</Text>
  return (
    <Table aria-label="Providers of company sign-in">
      <Table.Tbody>
        {providers.map(one => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row" className="breaks">
              {one.name}
              <Text size="sm" c="dimmed">
                {one.domains.join(', ')}
                {one.isOnlyWay && ' · only this way'}
              </Text>
            </Table.Th>
            <Table.Td>
              {mayWrite && (
                <Group gap="xs" justify="end">
                  <Button variant="default" aria-label={`Edit ${one.name}`} onClick={() => onEdit(one)}>
                    Edit
                  </Button>
                  <Button variant="default" aria-label={`Remove ${one.name}`} onClick={() => onRemove(one.id)}>
                    Remove
                  </Button>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
