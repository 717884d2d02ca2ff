import type { ComponentProps } from 'react'
import type { z } from 'zod'
import { EditRecord as Edit } from '../ui/EditRecord.tsx'

type Props<Shape extends z.ZodType<object>> = Omit<ComponentProps<typeof Edit<Shape>>, 'outdated'>

/** Changes a retailer, a contact or a territory. */
export function EditRecord<Shape extends z.ZodType<object>>(props: Props<Shape>) {
  return <Edit {...props} outdated={['contact', 'contacts', 'retailer', 'retailers', 'territories']} />
}
