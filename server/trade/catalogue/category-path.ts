import { createHash } from 'node:crypto'

const mostCategoryLevels = 3

/** The names of a path such as `Drinks > Soft drinks`. Undefined if a name is empty or there are too many levels. */
export function readCategoryPath(path: string): string[] | undefined {
  const names = path.split('>').map(name => name.trim())
  return names.length <= mostCategoryLevels && names.every(name => name !== '') ? names : undefined
}

export const categoryWords = 'A category is a path of one to three names, such as Drinks > Soft drinks.'

export const joinCategoryPath = (names: readonly string[]): string => names.join(' > ')

/** Paths are compared without regard to case and to spaces around names. */
export const categoryKey = (path: string): string => joinCategoryPath(readCategoryPath(path) ?? []).toLowerCase()

/** For an address: letters a to z, digits and hyphens. `distinguish` adds a suffix of its own for a second one. */
export function slugOf(name: string, distinguish?: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const suffix =
    distinguish === undefined ? '' : `-${createHash('sha256').update(distinguish).digest('hex').slice(0, 8)}`
  return `${plain === '' ? 'category' : plain}${suffix}`
}
