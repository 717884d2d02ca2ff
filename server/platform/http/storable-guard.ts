import { Readable } from 'node:stream'
import { isStorable } from '../../../shared/contract/text.ts'
import type { Http } from './http.ts'
import { HttpRefusal } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True if the action rejects bad items of the body one by one. The guard then skips the body. */
    judgesItems?: boolean
  }
}

/** The deepest body of the API has five levels. Recursive code and PostgreSQL run out of stack at some thousand. */
const deepestLevel = 32

/**
 * Keeps characters that PostgreSQL refuses, and endless nesting, away from all routes (docs/decisions/027, ASVS 2.2.1).
 */
export function requireStorable(http: Http): void {
  http.addHook('preValidation', async request => {
    const { params, query, body, routeOptions } = request
    const parts = routeOptions.config.judgesItems === true ? { params, query } : { params, query, body }
    for (const part of Object.values(parts)) {
      const found = findUnstorable(part)
      if (found) throw new HttpRefusal(refusalOf(found))
    }
  })
}

type UnstorablePart = { field: string; isTooDeep: boolean }
type Level = { value: object; field: string; level: number }

/** Uses a list instead of recursion, because the nesting that it looks for would break recursion. */
function findUnstorable(part: unknown): UnstorablePart | undefined {
  if (!isWalkable(part)) return undefined
  const waiting: Level[] = [{ value: part, field: '', level: 1 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, field, level } = next
    if (level > deepestLevel) return { field, isTooDeep: true }
    for (const [key, inner] of Object.entries(value)) {
      const name = field === '' ? key : field
      if (!isStorable(key) || (typeof inner === 'string' && !isStorable(inner)))
        return { field: name, isTooDeep: false }
      if (isWalkable(inner)) waiting.push({ value: inner, field: name, level: level + 1 })
    }
  }
  return undefined
}

/** A file arrives as bytes or as a stream, and its own reader checks it. */
const isWalkable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !(value instanceof Readable)

function refusalOf({ field, isTooDeep }: UnstorablePart) {
  const name = /^[\w-]{1,40}$/.test(field) ? `The field ${field}` : 'A field'
  if (isTooDeep) return { status: 400, title: 'That can’t be read', text: `${name} has too many levels.` }
  return {
    status: 400,
    title: 'That can’t be read',
    text: `${name} contains a character that can’t be stored. Type it again and send it again.`,
  }
}
