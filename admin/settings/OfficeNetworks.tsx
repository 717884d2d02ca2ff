import { Alert, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { newOfficeNetwork, type Settings } from '../../shared/contract/settings.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { useDraft } from '../ui/use-draft.ts'

type Change = { path: string; order: { network: string; label?: string } }
type Props = { networks: Settings['officeNetworks']; ownNetwork: string; mayWrite: boolean }

/** Offices where many people share one address, so that more of them can reset their passwords. */
export function OfficeNetworks({ networks, ownNetwork, mayWrite }: Props) {
  const refresh = useRefresh('settings')
  const saving = useCommand({
    mutationFn: ({ path, order }: Change): Promise<Done> => ask<Done>(path, { order }),
    onSuccess: (_, { path }) => path === marking && form.reset(),
    onSettled: refresh,
  })
  const { form, save } = useDraft({
    before: { network: '', label: '' },
    shape: newOfficeNetwork,
    toCommand: typed => typed,
    onSave: order => saving.mutate({ path: marking, order }),
  })
  const mark = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const mustConfirm = hasToConfirm(saving.error)
  return (
    <Stack component="section" aria-labelledby="office-networks">
      <div>
        <Title order={2} id="office-networks">
          Our offices
        </Title>
        <Text c="dimmed">
          Many people behind one address share its limit. Mark your offices, and more people can reset their passwords
          there. You are on {ownNetwork} now.
        </Text>
      </div>
      <div role="status">{saving.data && <Alert variant="outline">{saving.data.text}</Alert>}</div>
      <NetworkTable networks={networks} mayWrite={mayWrite} onRemove={network => saving.mutate(removal(network))} />
      {mayWrite && (
        <form onSubmit={mark} noValidate>
          <Group align="end">
            <TextInput label="Network, such as 203.0.113.7 or 2001:db8:5::/48" {...form.getInputProps('network')} />
            <TextInput label="Name of the office" {...form.getInputProps('label')} />
            <Button type="submit" variant="default" loading={saving.isPending}>
              Mark as our office
            </Button>
          </Group>
        </form>
      )}
      {saving.error && !mustConfirm && <Problem fault={saving.error} />}
      <ConfirmYourself
        isOpen={mustConfirm}
        onConfirmed={() => saving.variables && saving.mutate(saving.variables)}
        onCancel={() => saving.reset()}
      />
    </Stack>
  )
}

const marking = '/settings/office-networks'
const removal = (network: string): Change => ({ path: `${marking}/remove`, order: { network } })

type TableProps = Pick<Props, 'networks' | 'mayWrite'> & { onRemove: (network: string) => void }

function NetworkTable({ networks, mayWrite, onRemove }: TableProps) {
  if (networks.length === 0) return <Text>No office is marked.</Text>
  return (
    <Table aria-label="Our offices">
      <Table.Tbody>
        {networks.map(({ network, label }) => (
          <Table.Tr key={network}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td className="breaks">{network}</Table.Td>
            <Table.Td>
              {mayWrite && (
                <Button variant="default" aria-label={`Remove ${label}`} onClick={() => onRemove(network)}>
                  Remove
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
