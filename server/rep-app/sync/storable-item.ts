import type { PushItem } from '../../../shared/contract/app.ts'

/** An order has four levels. PostgreSQL runs out of stack at some thousand. */
const deepestLevel = 20
const longestType = 20

/**
 * Converts the item into a form that PostgreSQL can store and people can read: a NUL character becomes ␀, a lone
 * surrogate becomes �, and nesting beyond the limit becomes …. The device keeps the original.
 */
export function toStorableItem(item: PushItem): PushItem {
  return { ...item, type: toStorableText(item.type).slice(0, longestType), payload: toStorableObject(item.payload, 0) }
}

const toStorableText = (text: string) => text.toWellFormed().replaceAll('\0', '␀')

function toStorableObject(object: object, level: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [toStorableText(key), toStorable(value, level)]),
  )
}

function toStorable(value: unknown, level: number): unknown {
  if (typeof value === 'string') return toStorableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (level >= deepestLevel) return '…'
  if (Array.isArray(value)) return value.map(part => toStorable(part, level + 1))
  return toStorableObject(value, level + 1)
}
