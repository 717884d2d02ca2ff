import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ProductDetails } from '../../shared/contract/products.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask } from '../api/ask.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { ChangeDialog } from '../ui/ChangeDialog.tsx'

type Props = { product: ProductDetails; onDone: (done: Done) => void }

/** Stops selling a product, or sells it again. */
export function SetActive({ product: { id, name, status }, onDone }: Props) {
  const [isAsked, setIsAsked] = useState(false)
  const refresh = useRefresh('product', 'products')
  const verb = status === 'active' ? 'deactivate' : 'reactivate'
  const setting = useCommand({
    mutationFn: () => ask<Done>(`/products/${id}/${verb}`, { order: {} }),
    onSuccess: async done => {
      await refresh()
      setIsAsked(false)
      onDone(done)
    },
  })
  const label = status === 'active' ? 'Deactivate' : 'Reactivate'
  return (
    <>
      <Button variant="default" onClick={() => setIsAsked(true)}>
        {label}
      </Button>
      <ChangeDialog
        isOpen={isAsked}
        question={`${label} ${name}?`}
        confirm={label}
        isPending={setting.isPending}
        fault={setting.error}
        onConfirm={setting.mutate}
        onCancel={() => setIsAsked(false)}
      >
        {status === 'active'
          ? "Reps can't order it any more. It stays on old orders and lists, and you can reactivate it."
          : 'Reps can order it again after their next sync.'}
      </ChangeDialog>
    </>
  )
}
