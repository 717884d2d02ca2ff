import { type ImportKind, importKinds } from '../../shared/contract/import-lists.ts'

export const findKind = (text: unknown): ImportKind | undefined => importKinds.find(kind => kind === text)

/** What is imported, as it stands in the address. */
export function readImportSearch({ kind }: Record<string, unknown>): { kind?: ImportKind } {
  const found = findKind(kind)
  return found ? { kind: found } : {}
}

/** Whoever goes back from the check to the columns says so in the address. */
export function readStepSearch({ step }: Record<string, unknown>): { step?: 'columns' } {
  return step === 'columns' ? { step } : {}
}
