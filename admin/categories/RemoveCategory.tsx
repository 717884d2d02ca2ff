import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'
import type { Category } from './tree.ts'

type Props = { category: Category; onDone: (done: Done) => void; onClose: () => void }

/** Deletes a category. If it has products, the administrator says where they go. */
export function RemoveCategory({ category: { id, name, parentId, products }, onDone, onClose }: Props) {
  const [to, setTo] = useState(parentId === null ? 'to-no-category' : 'to-parent')
  const refresh = useRefresh('categories', 'products', 'product')
  const removing = useCommand({
    mutationFn: () => ask<Done>(`/categories/${id}/remove`, { order: { products: products === 0 ? 'none' : to } }),
    onSuccess: async done => {
      await refresh()
      onDone(done)
      onClose()
    },
  })
  const choices = [
    ...(parentId === null ? [] : [{ value: 'to-parent', label: 'To the category above' }]),
    { value: 'to-no-category', label: 'To no category' },
  ]
  return (
    <ChangeDialog
      isOpen
      question={`Delete ${name}?`}
      confirm="Delete"
      isPending={removing.isPending}
      fault={removing.error}
      onConfirm={removing.mutate}
      onCancel={onClose}
    >
      {products === 0 ? (
        <Text>No product is in it.</Text>
      ) : (
        <NativeSelect
          label={products === 1 ? 'Where its product goes' : `Where its ${products} products go`}
          data={choices}
          value={to}
          onChange={event => setTo(event.currentTarget.value)}
        />
      )}
    </ChangeDialog>
  )
}
