import { Alert, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import type { FormEvent } from 'react'
import { type ListedTaxClass, taxClass } from '../../shared/contract/tax-classes.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ConfirmYourself } from '../ui/ConfirmYourself.tsx'
import { hasToConfirm } from '../ui/has-to-confirm.ts'
import { Problem } from '../ui/Problem.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { percentOf, toTaxClass } from './tax-draft.ts'

type Change = { path: string; order: object }
type Props = { classes: readonly ListedTaxClass[]; mayWrite: boolean }

const saving = '/settings/tax-classes'

/** The tax classes that products name. A class that exists is changed by its id. */
export function TaxRates({ classes, mayWrite }: Props) {
  const refresh = useRefresh('settings')
  const command = useCommand({
    mutationFn: ({ path, order }: Change): Promise<Done> => ask<Done>(path, { order }),
    onSuccess: (_, { path }) => path === saving && form.reset(),
    onSettled: refresh,
  })
  const { form, save } = useDraft({
    before: { id: '', name: '', rateBasisPoints: '' },
    shape: taxClass,
    toCommand: toTaxClass,
    onSave: order => command.mutate({ path: saving, order }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const mustConfirm = hasToConfirm(command.error)
  const edit = ({ id, name, rateBasisPoints }: ListedTaxClass) =>
    form.setValues({ id, name, rateBasisPoints: percentOf(rateBasisPoints) })
  return (
    <Stack component="section" aria-labelledby="tax-rates">
      <div>
        <Title order={2} id="tax-rates">
          Tax rates
        </Title>
        <Text c="dimmed">
          Each product has a tax class. A new rate applies to new orders. Orders that exist keep the rate of their day.
        </Text>
      </div>
      <div role="status">{command.data && <Alert variant="outline">{command.data.text}</Alert>}</div>
      <RateTable
        classes={classes}
        mayWrite={mayWrite}
        onEdit={edit}
        onRemove={id => command.mutate({ path: `${saving}/remove`, order: { id } })}
      />
      {mayWrite && (
        <form onSubmit={submit} noValidate aria-label="Tax class">
          <Group align="start">
            <TextInput label="Tax class" placeholder="reduced" {...form.getInputProps('id')} />
            <TextInput label="Name" placeholder="Reduced rate" {...form.getInputProps('name')} />
            <TextInput
              label="Rate in percent"
              placeholder="5"
              inputMode="decimal"
              {...form.getInputProps('rateBasisPoints')}
            />
          </Group>
          <Button mt="sm" type="submit" variant="default" loading={command.isPending}>
            Apply tax class
          </Button>
        </form>
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

type TableProps = Props & { onEdit: (of: ListedTaxClass) => void; onRemove: (id: string) => void }

function RateTable({ classes, mayWrite, onEdit, onRemove }: TableProps) {
  return (
    <Table aria-label="Tax rates">
      <Table.Tbody>
        {classes.map(one => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row">
              {one.name}
              <Text size="sm" c="dimmed">
                {one.id}
              </Text>
            </Table.Th>
            <Table.Td className="whole">{percentOf(one.rateBasisPoints)} %</Table.Td>
            <Table.Td>
              {mayWrite && (
                <Group gap="xs" justify="end">
                  <Button variant="default" aria-label={`Edit ${one.name}`} onClick={() => onEdit(one)}>
                    Edit
                  </Button>
                  {!one.isUsed && (
                    <Button variant="default" aria-label={`Remove ${one.name}`} onClick={() => onRemove(one.id)}>
                      Remove
                    </Button>
                  )}
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
