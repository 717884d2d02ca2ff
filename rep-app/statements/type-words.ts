import type { RecordType } from '../device/rows.ts'

/** What a sentence calls an item. */
export const typeWords: Record<RecordType, string> = {
  order: 'order',
  quote: 'quote',
  return: 'return',
  note: 'note',
  visit: 'visit',
  cancel: 'cancellation',
}

/** The same at the start of a row. */
export const typeTitle = (type: RecordType): string => {
  const words = typeWords[type]
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}
