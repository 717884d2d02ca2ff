import type { SelectQueryBuilder } from 'kysely'
import { foldWords } from './fold-words.ts'
import type { Queryable } from './tables.ts'

export type PageQuery = { page: number; size: number }

type Rows<DB, Table extends keyof DB, Row> = SelectQueryBuilder<DB, Table, Row>

/** Selects one page. The rows must be sorted by something unique last, so that pages neither repeat nor skip a row. */
export function onePage<DB, Table extends keyof DB, Row>(rows: Rows<DB, Table, Row>, { page, size }: PageQuery) {
  return rows.limit(size).offset((page - 1) * size)
}

/** Reads one page of a list that is too long to count, and whether another page follows. */
export async function readPage<DB, Table extends keyof DB, Row>(rows: Rows<DB, Table, Row>, query: PageQuery) {
  const found = await onePage(rows, query)
    .limit(query.size + 1)
    .execute()
  return cutPage(found, query.size)
}

/** Takes the row off that was read beyond the page. */
export function cutPage<Row>(rows: readonly Row[], size: number): { rows: Row[]; hasMore: boolean } {
  return { rows: rows.slice(0, size), hasMore: rows.length > size }
}

/** Counting stops here: no one turns that many pages. */
const mostCounted = 10_000

/** Counts rows, up to one more than `mostCounted`: a broad search of a large table must not count it all. */
export async function countForPages<DB, Table extends keyof DB, Row>(db: Queryable, rows: Rows<DB, Table, Row>) {
  const { count } = await db
    .selectFrom(rows.limit(mostCounted + 1).as('found'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * The patterns of a search by words: a row matches if its search text is like every one of them. A comma separates words,
 * as in "Smith, Olivia".
 */
export function searchPatterns(search: string): string[] {
  const words = search
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return words.map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

/** The same for a search text that `fold_words` made: "Müller" and "muller" find each other. */
export const foldedPatterns = (search: string): string[] => searchPatterns(foldWords(search))
