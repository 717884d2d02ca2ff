import { schemaResolver, useForm } from '@mantine/form'
import type { z } from 'zod'

type Options<Draft, Shape extends z.ZodType> = {
  before: Draft
  /** The contract's shape of the command. Its messages appear at the fields. */
  shape: Shape
  /** The command as typed. Names are those of the draft, so that each message finds its field. */
  toCommand: (draft: Draft) => z.input<Shape>
  onSave: (command: z.output<Shape>) => void
  /** Changes other fields when one is typed. */
  follow?: (next: Draft, last: Draft) => Partial<Draft>
}

/** A form that sends nothing before the contract's shape accepts it. */
export function useDraft<Draft extends object, Shape extends z.ZodType>(options: Options<Draft, Shape>) {
  const { before, shape, toCommand, onSave, follow } = options
  const form = useForm<Draft>({
    initialValues: before,
    validate: draft => schemaResolver(shape, { sync: true })(toCommand(draft)),
    onValuesChange: (next, last) => {
      const followed = follow?.(next, last) ?? {}
      if (Object.keys(followed).length > 0) form.setValues(followed)
    },
  })
  const save = () => {
    if (!form.validate().hasErrors) onSave(shape.parse(toCommand(form.getValues())))
  }
  return {
    form,
    save,
    isChanged: JSON.stringify(form.values) !== JSON.stringify(before),
    faults: Object.values(form.errors).filter(fault => typeof fault === 'string'),
  }
}
