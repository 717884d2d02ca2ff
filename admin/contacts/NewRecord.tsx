import type { ComponentProps } from 'react'
import type { z } from 'zod'
import { NewRecord as Add } from '../ui/NewRecord.tsx'

type Props<Shape extends z.ZodType<object>> = Omit<ComponentProps<typeof Add<Shape>>, 'outdated'>

/** Adds a retailer or a contact. */
export function NewRecord<Shape extends z.ZodType<object>>(props: Props<Shape>) {
  return <Add {...props} outdated={['contacts', 'retailer', 'retailers']} />
}
