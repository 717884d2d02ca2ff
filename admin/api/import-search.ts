import { type ImportKind, importKinds } from '../../shared/contract/import-lists.ts'

export const findKind = (text: unknown): ImportKind | undefined => importKinds.find(kind => kind === text)

/** Reads the kind of import from the address. */
export function readImportSearch({ kind }: Record<string, unknown>): { kind?: ImportKind } {
  const found = findKind(kind)
  return found ? { kind: found } : {}
}

/** Going back from the check to the columns puts the step into the address. */
export function readStepSearch({ step }: Record<string, unknown>): { step?: 'columns' } {
  return step === 'columns' ? { step } : {}
}
