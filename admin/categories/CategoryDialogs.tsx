import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { categoryName, newCategory } from '../../shared/contract/categories.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import { EditRecord } from '../ui/EditRecord.tsx'
import { RemoveCategory } from './RemoveCategory.tsx'
import { type Category, type Place, parentsFor } from './tree.ts'

export type CategoryTask =
  | { kind: 'add'; parent: Category | undefined }
  | { kind: 'rename' | 'move' | 'remove'; category: Category }

type Props = {
  task: CategoryTask | undefined
  categories: readonly Category[]
  onDone: (done: Done) => void
  onMove: (category: Category, place: Place) => void
  onClose: () => void
}

const nameField = { name: 'name', label: 'Name' }
const outdated = ['categories', 'products', 'product']

/** The dialog of what an administrator does with a category. */
export function CategoryDialogs({ task, categories, onDone, onMove, onClose }: Props) {
  if (!task) return null
  if (task.kind === 'add') {
    const { parent } = task
    return (
      <EditRecord
        title={parent ? `New category in ${parent.name}` : 'New category'}
        path="/categories"
        fields={[nameField]}
        before={{ name: '' }}
        outdated={outdated}
        shape={newCategory}
        toCommand={({ name = '' }) => ({ name, parentId: parent?.id ?? null })}
        onDone={onDone}
        onClose={onClose}
      />
    )
  }
  const { category } = task
  if (task.kind === 'rename') {
    return (
      <EditRecord
        title={`Rename ${category.name}`}
        path={`/categories/${category.id}`}
        fields={[nameField]}
        before={{ name: category.name }}
        outdated={outdated}
        shape={categoryName}
        toCommand={({ name = '' }) => ({ name })}
        onDone={onDone}
        onClose={onClose}
      />
    )
  }
  if (task.kind === 'remove') return <RemoveCategory category={category} onDone={onDone} onClose={onClose} />
  return <MoveInto category={category} categories={categories} onMove={onMove} onClose={onClose} />
}

type MoveProps = Pick<Props, 'categories' | 'onMove' | 'onClose'> & { category: Category }

function MoveInto({ category, categories, onMove, onClose }: MoveProps) {
  const [parentId, setParentId] = useState(category.parentId ?? '')
  const options = parentsFor(categories, category).map(({ id, path }) => ({ value: id, label: path }))
  return (
    <ChangeDialog
      isOpen
      question={`Move ${category.name} into another category?`}
      confirm="Move"
      isPending={false}
      fault={null}
      onCancel={onClose}
      onConfirm={() => {
        onMove(category, { parentId: parentId === '' ? null : parentId, beforeId: null })
        onClose()
      }}
    >
      <NativeSelect
        label="Category"
        description="It becomes the last one there, with everything in it."
        data={[{ value: '', label: 'None: the first level' }, ...options]}
        value={parentId}
        onChange={event => setParentId(event.currentTarget.value)}
      />
    </ChangeDialog>
  )
}
