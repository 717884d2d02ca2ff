import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ProductChange, type ProductDetails, productChange } from '../../shared/contract/products.ts'
import type { Done } from '../../shared/contract/users.ts'
import { ask, Refused } from '../api/ask.ts'
import { categoriesQuery } from '../api/product-queries.ts'
import { useCommand } from '../api/use-command.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { DraftFields } from '../ui/DraftFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import type { Texts } from '../ui/fields.ts'
import { useDraft } from '../ui/use-draft.ts'
import { BothVersions } from './BothVersions.tsx'
import { productFields, toProductChange, toTexts } from './product-fields.ts'

type Props = { product: ProductDetails; onDone: (done: Done) => void; onClose: () => void }

/** Changes a product. If someone else changed it meanwhile, both versions are shown, and nothing is overwritten unseen. */
export function EditProduct({ product, onDone, onClose }: Props) {
  const [version, setVersion] = useState(product.version)
  const [theirs, setTheirs] = useState<ProductDetails>()
  const { data } = useQuery(categoriesQuery)
  const refresh = useRefresh('product', 'products')
  const path = `/products/${product.id}`
  const saving = useCommand({
    mutationFn: (change: ProductChange) => ask<Done>(path, { order: change }),
    onSuccess: async done => {
      await refresh()
      onDone(done)
      onClose()
    },
    onError: async fault => {
      if (!(fault instanceof Refused && fault.kind === 'product-changed')) return
      const present = await ask<ProductDetails>(path).catch(() => undefined)
      setTheirs(present)
      if (present) setVersion(present.version)
    },
  })
  const draft = useDraft<Texts, typeof productChange>({
    before: toTexts(product),
    shape: productChange,
    toCommand: typed => toProductChange(typed, version),
    onSave: saving.mutate,
  })
  const fields = productFields({ ...product, categories: data?.categories ?? [{ path: product.category }] })
  const take = (texts: Texts) => {
    draft.form.setValues(texts)
    setTheirs(undefined)
    saving.reset()
  }
  return (
    <FormDialog title={`Edit ${product.name}`} confirm="Save" draft={draft} saving={saving} onClose={onClose}>
      {theirs && <BothVersions fields={fields} theirs={toTexts(theirs)} yours={draft.form.values} onTake={take} />}
      <DraftFields fields={fields} form={draft.form} />
    </FormDialog>
  )
}
