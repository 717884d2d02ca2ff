/** The id of a row that exists or was just added. A row without one is a fault: no statement may run for an empty id. */
export function requireId(id: string | undefined): string {
  if (!id) throw new Error('A planned row of the import has no id')
  return id
}
