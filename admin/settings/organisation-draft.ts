import type { OrganisationDraft as Organisation } from '../../shared/contract/settings.ts'

/** The organisation as typed: one security word a line. */
export type Draft = Omit<Organisation, 'securityWords' | 'hiddenAfterDays'> & {
  securityWords: string
  hiddenAfterDays: string
}

export const draftOf = (organisation: Organisation): Draft => ({
  ...organisation,
  securityWords: organisation.securityWords.join('\n'),
  hiddenAfterDays: String(organisation.hiddenAfterDays),
})

export const toOrganisation = (draft: Draft): Organisation => ({
  ...draft,
  securityWords: readWords(draft.securityWords),
  hiddenAfterDays: Number(draft.hiddenAfterDays),
})

function readWords(typed: string): string[] {
  const words = typed.split('\n').map(word => word.trim())
  return [...new Set(words.filter(word => word !== ''))]
}
