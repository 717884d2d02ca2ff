import type { ProductLines } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'
import { isInCategory } from './category-tree.ts'
import { foldText } from './fold-text.ts'

type Product = Pick<CacheRows['products'], 'id' | 'code' | 'name' | 'category'>

/** A product as the search sees it: its code and its name with its category, in small letters without accents. */
export type Entry = { id: string; code: string; name: string; category: string }

export type Search = { wanted: string; words: string[]; category?: string | undefined; most: number }
/** Products that match: the one with this code, those whose code begins so, and all others. Each by name. */
export type Ranked = [Entry[], Entry[], Entry[]]

const plain = (text: string) => foldText(text).replace(/[\t\n]/g, ' ')

export const entryOf = ({ id, code, name, category }: Product): Entry => ({
  id,
  code: plain(code),
  name: plain(`${name} ${category}`),
  category,
})

/** Products of one name by their ids, so that their order is the same each time. */
export function byName(one: Entry, other: Entry): number {
  const [mine, theirs] = one.name === other.name ? [one.id, other.id] : [one.name, other.name]
  return mine < theirs ? -1 : Number(mine > theirs)
}

export function linesOf(entries: readonly Entry[]): ProductLines {
  const places = new Map<string, number>()
  const placeOf = (category: string) => {
    const place = places.get(category) ?? places.size
    places.set(category, place)
    return place
  }
  const categoryOf = Uint32Array.from(entries, ({ category }) => placeOf(category))
  const texts = entries.map(({ code, name }) => `${code}\t${name}\n`)
  const ids = entries.map(({ id }) => `${id}\n`)
  return {
    text: texts.join(''),
    starts: startsOf(texts),
    ids: ids.join(''),
    idStarts: startsOf(ids),
    categories: [...places.keys()],
    categoryOf,
  }
}

/** Where each part begins, and where the last one ends. */
function startsOf(parts: readonly string[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1)
  for (const [place, part] of parts.entries()) starts[place + 1] = (starts[place] ?? 0) + part.length
  return starts
}

const partOf = (text: string, starts: Uint32Array, place: number) =>
  text.slice(starts[place], (starts[place + 1] ?? 0) - 1)

function entryAt(lines: ProductLines, place: number): Entry {
  const [code = '', name = ''] = partOf(lines.text, lines.starts, place).split('\t')
  const category = lines.categories[lines.categoryOf[place] ?? 0] ?? ''
  return { id: partOf(lines.ids, lines.idStarts, place), code, name, category }
}

/** The longest word is looked up in the text of all products: it is in the fewest lines, and only those are read. */
export function matchLines(lines: ProductLines, search: Search, isGone: (id: string) => boolean): Ranked {
  const ranked: Ranked = [[], [], []]
  const rarest = search.words.toSorted((one, other) => other.length - one.length)[0] ?? ''
  const { text, starts } = lines
  const count = starts.length - 1
  for (let place = 0, at = text.indexOf(rarest); at >= 0 && place < count; at = text.indexOf(rarest, starts[place])) {
    while ((starts[place + 1] ?? 0) <= at) place += 1
    if (place < count) rank(ranked, search, entryAt(lines, place), isGone)
    place += 1
    if (place >= count) break
  }
  return ranked
}

/** Adds an entry to the others of its rank, if it matches and there aren't enough yet. */
export function rank(ranked: Ranked, search: Search, entry: Entry, isGone = (_id: string) => false): void {
  const { wanted, words, category, most } = search
  const { id, code, name } = entry
  const place = code === wanted ? 0 : code.startsWith(wanted) ? 1 : 2
  if (ranked[place].length >= most) return
  if (!words.every(word => code.includes(word) || name.includes(word))) return
  if (category !== undefined && !isInCategory(entry.category, category)) return
  if (!isGone(id)) ranked[place].push(entry)
}
