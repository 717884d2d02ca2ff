import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ImportDetails, ImportList, ImportRows } from '../../shared/contract/import.ts'
import type { ImportKind } from '../../shared/contract/import-lists.ts'
import { ask } from '../api/ask.ts'
import { textsOf } from '../api/queries.ts'

export const pathOf = (kind: ImportKind, id?: string) =>
  `/imports/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

export const importsQuery = (kind: ImportKind) =>
  queryOptions({ queryKey: ['imports', kind], queryFn: () => ask<ImportList>(pathOf(kind)) })

const workMs = 700
const mailMs = 3000

/** Polls while the server works on the import or sends invitations. */
export const importQuery = (kind: ImportKind, id: string) =>
  queryOptions({
    queryKey: ['imports', kind, id],
    queryFn: () => ask<ImportDetails>(pathOf(kind, id)),
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'checking' || data?.state === 'running') return workMs
      return data?.state === 'done' && (data.summary?.invitations.waiting ?? 0) > 0 ? mailMs : false
    },
  })

export type RowSearch = { verdict?: string; noted?: boolean; page: number }

export const importRowsQuery = (of: { kind: ImportKind; id: string; state: string }, search: RowSearch) =>
  queryOptions({
    queryKey: ['imports', of.kind, of.id, 'rows', of.state, search],
    queryFn: () => ask<ImportRows>(`${pathOf(of.kind, of.id)}/rows?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })
