import { Button, Stack, Table, Text } from '@mantine/core'
import type { Field, Texts } from '../ui/fields.ts'

type Props = { fields: readonly Field[]; theirs: Texts; yours: Texts; onTake: (texts: Texts) => void }

/** The values that differ after two administrators changed the same record. Save keeps the values of the form. */
export function BothVersions({ fields, theirs, yours, onTake }: Props) {
  const different = fields.filter(({ name }) => theirs[name] !== yours[name])
  return (
    <Stack gap="xs">
      <Table aria-label="Both versions">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Saved by someone else</Table.Th>
            <Table.Th>Yours</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {different.map(({ name, label }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>{theirs[name] || 'Empty'}</Table.Td>
              <Table.Td>{yours[name] || 'Empty'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm">Save keeps your values. You can also start from the other values.</Text>
      <Button variant="default" onClick={() => onTake(theirs)}>
        Use the other values
      </Button>
    </Stack>
  )
}
