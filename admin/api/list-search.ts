import { pageSizes } from '../../shared/contract/user-lists.ts'

export type Parameters = Record<string, unknown>

/** The search text and the page of a list, as far as they differ from those of the list as it first appears. */
export type Paging = { search?: string; page?: number; size?: number }

/** Picks the parameters that make sense, because anyone can type an address. */
export function pickParameters<Search extends object>(
  parameters: Parameters,
  shapes: { [Name in keyof Search]?: RegExp | readonly NonNullable<Search[Name]>[] },
): Search {
  const isGood = (shape: unknown, value: unknown) =>
    shape instanceof RegExp
      ? typeof value === 'string' && shape.test(value)
      : Array.isArray(shape) && shape.includes(value)
  const picked = Object.entries(shapes).filter(([name, shape]) => isGood(shape, parameters[name]))
  return Object.fromEntries(picked.map(([name]) => [name, parameters[name]])) as Search
}

export function readPaging(parameters: Parameters): Paging {
  // The router reads a search for digits as a number.
  const { search } = parameters
  const text = typeof search === 'string' || typeof search === 'number' ? String(search) : ''
  const size = pageSizes.find(one => one === Number(parameters.size))
  return {
    ...(text !== '' && { search: text.slice(0, 100) }),
    ...readPage(parameters),
    ...(size !== undefined && size !== pageSizes[0] && { size }),
  }
}

export function readPage(parameters: Parameters): { page?: number } {
  const page = Number(parameters.page)
  return Number.isInteger(page) && page > 1 && page <= 10_000 ? { page } : {}
}
