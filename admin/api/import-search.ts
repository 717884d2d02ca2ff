import { type ImportKind, importKinds } from '../../shared/contract/import-lists.ts'
import { type Parameters, pickParameters, readPage } from './list-search.ts'

export const findKind = (text: unknown): ImportKind | undefined => importKinds.find(kind => kind === text)

export const readImportSearch = (parameters: Parameters) =>
  pickParameters<{ kind?: ImportKind }>(parameters, { kind: importKinds })

/** The rows of a file that its table shows. */
export const rowChoices = ['refuse', 'noted', 'all'] as const
export type RowChoice = (typeof rowChoices)[number]

/** `step` leads back from the check to the columns. */
export type StepSearch = { step?: 'columns'; rows?: RowChoice; page?: number }

export const readStepSearch = (parameters: Parameters): StepSearch => ({
  ...pickParameters<StepSearch>(parameters, { step: ['columns'], rows: rowChoices }),
  ...readPage(parameters),
})
