import type { ImportField, RowVerdict } from '../../../shared/contract/import-lists.ts'
import type { NameRefusal } from '../../people/accounts/username.ts'

/** Reasons why a row can't be imported. */
export const refusalKinds = [
  'too-many-cells',
  'missing',
  'too-long',
  'bad-username',
  'bad-contact-name',
  'bad-address',
  'unknown-type',
  'unknown-status',
  'unknown-access',
  'unknown-credit-status',
  'shortened-number',
  'separated-number',
  'duplicate',
  'apart',
  'incomplete',
  'taken',
  'other-retailer',
  'above-you',
  'role-above-you',
  'no-such-role',
  'no-such-territory',
  'no-such-price-list',
  'no-such-retailer',
  'no-licence',
  'rejected',
  'not-stored',
  'not-a-number',
  'two-readings',
  'negative',
  'too-many-decimals',
  'too-large',
  'not-a-day',
  'two-days',
  'short-year',
  'not-a-time',
  'unknown-yes-or-no',
  'hash-unknown',
  'hash-weak',
  'hash-costly',
] as const

/** Remarks about a row that can still be imported. */
export const noteKinds = [
  'exists',
  'nothing-new',
  'no-address',
  'type-stays',
  'role-stays',
  'address-stays',
  'status-stays',
  'deactivated-stays',
  'role-without-use',
  'no-role',
  'new-territory',
  'number-tidied',
  'broken-letter',
  'address-question',
  'lost-zeros',
  'password-stays',
] as const

export type FindingKind = (typeof refusalKinds)[number] | (typeof noteKinds)[number]

/** `row` and `text` name what the finding is about, and `refusal` says what is wrong with a name. */
export type Finding = {
  kind: FindingKind
  row?: number
  text?: string
  /** The column that it is about, where the sentence names it. */
  field?: ImportField
  refusal?: NameRefusal
}

const isRefusal = ({ kind }: Finding) => refusalKinds.some(one => one === kind)

export const isRefused = ({ findings }: { findings: readonly Finding[] }): boolean => findings.some(isRefusal)

/** The planned outcome of one row of the file. */
export type PlannedRow = { place: number; verdict: RowVerdict; findings: Finding[] }

/** A refused row shows only its refusals and the account number that was probably meant, not its other remarks. */
export function settle({ place, findings }: Pick<PlannedRow, 'place' | 'findings'>, verdict: RowVerdict): PlannedRow {
  const refusals = findings.filter(isRefusal)
  const questions = findings.filter(({ kind }) => kind === 'lost-zeros')
  return refusals.length > 0
    ? { place, verdict: 'refuse', findings: [...refusals, ...questions] }
    : { place, verdict, findings }
}
