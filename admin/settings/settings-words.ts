import { accentsOf } from '../../shared/colour/accents.ts'
import { type Colour, isColour } from '../../shared/colour/contrast.ts'
import type { OrganisationDraft, Settings } from '../../shared/contract/settings.ts'

export const disclosureWords: Record<Settings['disclosure'], string> = {
  guarded:
    'The sign-in form offers Reset password for usernames that exist, and confirms only so many an hour. Beyond that it answers the same for every username.',
  never: 'The sign-in form answers the same for every username, whether it exists or not.',
}

/** What Save finds fault with, at the field that it concerns; the server looks once more. */
export function problemsOf({ name, contactLine, securityWords, colour }: OrganisationDraft) {
  const problems: Partial<Record<keyof OrganisationDraft, string>> = {}
  if (name.trim() === '' || name.trim().length > 100) problems.name = 'Enter a name of at most 100 characters.'
  if (contactLine.trim() === '' || contactLine.trim().length > 200)
    problems.contactLine = 'Say where people find help, in at most 200 characters.'
  if (securityWords.length > 100 || securityWords.some(word => word.length > 60))
    problems.securityWords = 'Enter at most 100 words of at most 60 characters each.'
  if (colour !== null && !isColour(colour)) problems.colour = 'Write # and six digits, such as #1d4ed8.'
  return problems
}

/** One word a line; empty lines are none. */
export function readWords(typed: string): string[] {
  const words = typed.split('\n').map(word => word.trim())
  return [...new Set(words.filter(word => word !== ''))]
}

/** What became of the chosen colour, where it could not stay what it is. */
export function correctionWords(colour: Colour): string {
  const { light, dark } = accentsOf(colour)
  if (light.accent !== colour)
    return `${colour} is too light to read on white, so links and buttons are ${light.accent} there. On dark screens they are ${dark.accent}.`
  if (dark.accent !== colour)
    return `${colour} is used unchanged. On dark screens it would be too dark to read, so links and buttons are ${dark.accent} there.`
  return `${colour} is used unchanged.`
}

const names = new Intl.DisplayNames('en-GB', { type: 'currency' })

/** Every currency by its name; one that a browser does not know keeps its place. */
export function currencyOptions(present: string): { value: string; label: string }[] {
  const codes = new Set([...Intl.supportedValuesOf('currency'), present])
  return [...codes].map(code => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }))
}

/** Every time zone that the browser knows, and the present one even if it doesn't. */
export function timeZoneOptions(present: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), present])].sort()
}

/** The usual ones, and the one that stands. */
export function daysOptions(present: number): { value: string; label: string }[] {
  const days = [...new Set([3, 7, 14, 30, 60, 90, present])].sort((a, b) => a - b)
  return days.map(count => ({ value: String(count), label: `after ${count} days` }))
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The style sheet of the colour is asked for once more: this page was opened with the last one. */
export function fetchColourAgain(): void {
  const sheet = document.querySelector<HTMLLinkElement>('link[href^="/brand/present.css"]')
  if (sheet) sheet.href = `/brand/present.css?${performance.now()}`
}
