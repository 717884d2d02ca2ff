import type { Collection } from '../../../shared/contract/app-rows.ts'
import type { TestApp } from '../servers/app.ts'

export type FieldRow = Record<string, unknown> & { id: string }
export type PulledRows = { rows: FieldRow[]; removed: string[]; cursor: string }
export type Pull = (accountId: string, collection: Collection, after?: string, limit?: number) => Promise<PulledRows>

/** All rows after the cursor, in pages. */
export function createPull({ actions }: TestApp): Pull {
  return async (accountId, collection, after, limit = 7) => {
    const brought: PulledRows = { rows: [], removed: [], cursor: '' }
    let cursor = after
    for (;;) {
      const page = await actions.pullRows({ accountId, collection, after: cursor, limit })
      if (page.kind !== 'page') throw new Error(page.kind)
      brought.rows.push(...page.rows.map(row => JSON.parse(row)))
      brought.removed.push(...page.removed)
      brought.cursor = page.cursor
      cursor = page.cursor
      if (page.isComplete) return brought
    }
  }
}

export const idsOf = ({ rows }: Pick<PulledRows, 'rows'>): string[] => rows.map(({ id }) => id).toSorted()
