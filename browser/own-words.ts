import type { StrengthContext } from '../shared/strength/types.ts'

/** The fields of the page whose words add no strength to the new password. */
export function listOwnWordInputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-own-word]')]
}

/** The context from the server, and the words typed since. The server checks the password against both. */
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
