import { useKept } from '../app/use-drafts.ts'
import { keptWords } from '../statements/kept.ts'
import type { Form } from '../sync/form.ts'
import type { OrderRef } from './use-order-form.ts'

type Props = { form: Pick<Form<never>, 'id' | 'state'>; kind: OrderRef['kind']; isFix: boolean }

/** What the disk has of the form. It changes twice with each key, and the order around it needn't be drawn for that. */
export function KeptLine({ form, kind, isFix }: Props) {
  const kept = useKept(form, kind, isFix)
  return <p className="row-note kept">{keptWords({ kept, isFix })}</p>
}
