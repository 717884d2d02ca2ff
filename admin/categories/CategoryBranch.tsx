import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useBothRefs } from '../ui/use-both-refs.ts'
import { useDraggable, useDropPlace } from '../ui/use-drag.ts'
import type { CategoryTask } from './CategoryDialogs.tsx'
import { type Branch, besideOf, type Category, type Place, stepOf } from './tree.ts'

type Props = {
  branch: Branch
  categories: readonly Category[]
  mayWrite: boolean
  onTask: (task: CategoryTask) => void
  onMove: (category: Category, place: Place, by?: 'up' | 'down') => void
}

type Dragged = { categoryId: string }
const isCategory = (data: Record<string, unknown>): data is Dragged => typeof data.categoryId === 'string'

/** A category and those below it. It moves by dragging, by its buttons and by the menu. */
export function CategoryBranch({ branch, ...rest }: Props) {
  const { categories, mayWrite, onMove } = rest
  const drag = useDraggable(mayWrite ? { categoryId: branch.id } : undefined)
  const drop = useDropPlace<Dragged>({
    accepts: isCategory,
    onDrop: ({ categoryId }, half) => {
      const moved = categories.find(({ id }) => id === categoryId)
      if (moved && moved.id !== branch.id) onMove(moved, besideOf(categories, branch, half))
    },
  })
  return (
    <li>
      <div
        className="category-row"
        ref={useBothRefs(drag.ref, drop.ref)}
        data-dragged={drag.isDragged || undefined}
        data-over={drop.isOver || undefined}
      >
        <div>
          <Text fw={600}>{branch.name}</Text>
          <Products category={branch} />
        </div>
        {mayWrite && <Actions branch={branch} {...rest} />}
      </div>
      {branch.branches.length > 0 && (
        <ul aria-label={`In ${branch.name}`}>
          {branch.branches.map(below => (
            <CategoryBranch key={below.id} branch={below} {...rest} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Products({ category: { id, name, products } }: { category: Category }) {
  if (products === 0) return <Text size="sm">No products</Text>
  const text = `${products} ${products === 1 ? 'product' : 'products'}`
  return (
    <Anchor
      size="sm"
      underline="always"
      aria-label={`${text} in ${name}`}
      renderRoot={props => <Link {...props} to="/products" search={{ category: id }} />}
    >
      {text}
    </Anchor>
  )
}

function Actions({ branch, categories, onTask, onMove }: Omit<Props, 'mayWrite'>) {
  const mover = (by: 'up' | 'down') => {
    const place = stepOf(categories, branch, by === 'up' ? -1 : 1)
    return (
      <ActionIcon
        variant="default"
        size={36}
        data-mover={`${by} ${branch.id}`}
        aria-label={`Move ${by}: ${branch.name}`}
        disabled={!place}
        onClick={() => place && onMove(branch, place, by)}
      >
        {by === 'up' ? '↑' : '↓'}
      </ActionIcon>
    )
  }
  return (
    <Group gap="xs" wrap="nowrap">
      {mover('up')}
      {mover('down')}
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs" aria-label={`Change ${branch.name}`}>
            Change
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {branch.level < 3 && (
            <Menu.Item onClick={() => onTask({ kind: 'add', parent: branch })}>Add a category inside</Menu.Item>
          )}
          <Menu.Item onClick={() => onTask({ kind: 'rename', category: branch })}>Rename</Menu.Item>
          <Menu.Item onClick={() => onTask({ kind: 'move', category: branch })}>Move into another category</Menu.Item>
          <Menu.Item onClick={() => onTask({ kind: 'remove', category: branch })}>Delete</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
