type Paging = { page?: number | undefined; before?: string | undefined; after?: string | undefined }

/** The route of a list, as `getRouteApi` returns it. */
type ListRoute<List> = {
  useSearch: () => List
  useNavigate: () => (options: { search: List; replace: boolean }) => unknown
}

/** Undefined removes a filter. */
type Changed<List> = { [Name in keyof List]?: List[Name] | undefined }

/**
 * Reads and changes the search text, filters, sort order and page of a list. They live in the address, so that a link, a
 * reload and the Back button show the same list.
 */
export function useListSearch<List extends Paging>(route: ListRoute<List>) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (changed: Changed<List>) => void navigate(changeList(search, changed))
  return { search, change }
}

const pages = ['page', 'before', 'after'] as const

/** A page is a step for the Back button. A filter is not, and starts at the first page. */
export function changeList<List extends Paging>(
  list: List,
  changed: Changed<List>,
): { search: List; replace: boolean } {
  const { page: _, before: __, after: ___, ...rest } = list
  const next = Object.entries({ ...rest, ...changed }).filter(([, value]) => value !== undefined && value !== '')
  return { search: Object.fromEntries(next) as List, replace: !pages.some(name => name in changed) }
}
