import type { StrengthContext } from '../shared/strength/types.ts'

/** The fields of the page whose words count as nothing in the new password beside them. */
export function listOwnWordInputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-own-word]')]
}

/** What the server knew when it drew the page, and what was typed on it since: the server will judge by both. */
export function readContext(root: HTMLElement): StrengthContext {
  const known: StrengthContext = JSON.parse(root.dataset.context ?? '{}')
  const typed = (kind: string) =>
    listOwnWordInputs()
      .filter(input => input.dataset.ownWord === kind && input.value.trim() !== '')
      .map(input => input.value.trim())
  return {
    ...known,
    names: [...known.names, ...typed('name')],
    emails: [...known.emails, ...typed('email')],
    companyWords: [...known.companyWords, ...typed('company')],
  }
}
