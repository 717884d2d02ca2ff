import { accentsOf } from '../../shared/colour/accents.ts'
import type { Colour } from '../../shared/colour/contrast.ts'
import type { Settings } from '../../shared/contract/settings.ts'

export const disclosureWords: Record<Settings['disclosure'], string> = {
  guarded:
    'The sign-in form offers Reset password for usernames that exist, and confirms only so many an hour. Beyond that it answers the same for every username.',
  never: 'The sign-in form answers the same for every username, whether it exists or not.',
}

/** Says how a colour was corrected, if it would be hard to read. */
export function correctionWords(colour: Colour): string {
  const { light, dark } = accentsOf(colour)
  if (light.accent !== colour)
    return `${colour} is too light to read on white, so links and buttons are ${light.accent} there. On dark screens they are ${dark.accent}.`
  if (dark.accent !== colour)
    return `${colour} is used unchanged. On dark screens it would be too dark to read, so links and buttons are ${dark.accent} there.`
  return `${colour} is used unchanged.`
}

const names = new Intl.DisplayNames('en-GB', { type: 'currency' })

/** Every currency by its name. The present one is listed even if the browser does not know it. */
export function currencyOptions(present: string): { value: string; label: string }[] {
  const codes = new Set([...Intl.supportedValuesOf('currency'), present])
  return [...codes].map(code => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }))
}

/** Every time zone that the browser knows, and the present one even if it doesn't. */
export function timeZoneOptions(present: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), present])].sort()
}

/** The usual choices, and the present one. */
export function daysOptions(present: number): { value: string; label: string }[] {
  const days = [...new Set([3, 7, 14, 30, 60, 90, present])].sort((a, b) => a - b)
  return days.map(count => ({ value: String(count), label: `after ${count} days` }))
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Reloads the style sheet of the colour, because this page was opened with the previous one. */
export function fetchColourAgain(): void {
  const sheet = document.querySelector<HTMLLinkElement>('link[href^="/brand/present.css"]')
  if (sheet) sheet.href = `/brand/present.css?${performance.now()}`
}
