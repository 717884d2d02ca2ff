import { Table, type TableThProps, UnstyledButton } from '@mantine/core'

type Order = 'ascending' | 'descending'
type Sorting<By> = { sort: By; order: Order }

type Props<By> = TableThProps & {
  by: By
  label: string
  sorting: Sorting<By>
  onSort: (sorting: Sorting<By>) => void
}

/** A column heading that sorts the list. A second click turns the order around. */
export function SortableHeading<By extends string>({ by, label, sorting, onSort, ...cell }: Props<By>) {
  const order = sorting.sort === by ? sorting.order : undefined
  const turned = order === 'ascending' ? 'descending' : 'ascending'
  return (
    <Table.Th {...cell} {...(order && { 'aria-sort': order })}>
      <UnstyledButton fw={600} mih={24} onClick={() => onSort({ sort: by, order: turned })}>
        {label}
        <span aria-hidden="true">{order === undefined ? '' : order === 'ascending' ? ' ▲' : ' ▼'}</span>
      </UnstyledButton>
    </Table.Th>
  )
}
