import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { allows } from '../../shared/contract/rights.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { categoriesQuery } from '../api/product-queries.ts'
import { administratorQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { Problem } from '../ui/Problem.tsx'
import { CategoryBranch } from './CategoryBranch.tsx'
import { CategoryDialogs, type CategoryTask } from './CategoryDialogs.tsx'
import { type Category, type Place, toBranches } from './tree.ts'

/** The tree of categories. Its order is the order in the app and on the website. */
export function CategoriesPage() {
  const { data, error } = useQuery(categoriesQuery)
  const { data: administrator } = useQuery(administratorQuery)
  const [task, setTask] = useState<CategoryTask>()
  const [said, setSaid] = useState<Done>()
  const refresh = useRefresh('categories', 'products', 'product')
  const page = useRef<HTMLDivElement>(null)
  const pressed = useRef<Pressed>(undefined)
  const moving = useCommand({
    mutationFn: ({ category, place }: { category: Category; place: Place; by?: 'up' | 'down' }) =>
      ask<Done>(`/categories/${category.id}/move`, { order: place }),
    onSuccess: async (done, { category, by }) => {
      pressed.current = by && { id: category.id, by }
      await refresh()
      setSaid(done)
    },
    onError: () => {
      setSaid(undefined)
      void refresh()
    },
  })
  // The browser takes the focus away from an element that React moves in the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tree has been drawn in its new order
  useEffect(() => {
    if (pressed.current) focusMover(page.current, pressed.current)
    pressed.current = undefined
  }, [data])
  const mayWrite = administrator !== undefined && allows(administrator.rights, { module: 'products', access: 'write' })
  const begin = (next: CategoryTask) => {
    setSaid(undefined)
    moving.reset()
    setTask(next)
  }
  const categories = data?.categories ?? []
  return (
    <Stack ref={page}>
      <Group justify="space-between">
        <Title order={1}>Categories</Title>
        {mayWrite && <Button onClick={() => begin({ kind: 'add', parent: undefined })}>New category</Button>}
      </Group>
      <Text c="dimmed">Up to three levels. The app and the website show them in this order.</Text>
      <div role="status">{said && <Alert variant="outline">{said.text}</Alert>}</div>
      {(error ?? moving.error) && <Problem fault={(error ?? moving.error) as Error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && categories.length === 0 && <Text>No categories yet. Add one, or import products that name theirs.</Text>}
      <ul className="category-tree" aria-label="Categories">
        {toBranches(categories).map(branch => (
          <CategoryBranch
            key={branch.id}
            branch={branch}
            categories={categories}
            mayWrite={mayWrite}
            onTask={begin}
            onMove={(category, place, by) => moving.mutate({ category, place, ...(by && { by }) })}
          />
        ))}
      </ul>
      <CategoryDialogs
        task={task}
        categories={categories}
        onDone={setSaid}
        onMove={(category, place) => moving.mutate({ category, place })}
        onClose={() => setTask(undefined)}
      />
    </Stack>
  )
}

type Pressed = { id: string; by: 'up' | 'down' }

/** At the end of the list, the button that was pressed can't be pressed again: the other one gets the focus. */
function focusMover(page: HTMLElement | null, { id, by }: Pressed): void {
  const buttonOf = (way: 'up' | 'down') => page?.querySelector<HTMLButtonElement>(`[data-mover="${way} ${id}"]`)
  const [same, other] = by === 'up' ? [buttonOf('up'), buttonOf('down')] : [buttonOf('down'), buttonOf('up')]
  const next = same?.disabled ? other : same
  next?.focus()
}
