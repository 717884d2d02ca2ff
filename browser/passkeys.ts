import { words } from './words.ts'

const optionsAddress = '/sign-in/passkey'
/** The server's challenge lives for an hour. */
const renewEveryMs = 30 * 60_000

/**
 * Lets a browser that has passkeys sign in with one: by its suggestions on the username field, and by a button. The answer
 * travels in an ordinary form, so a passkey leads on like a password.
 */
export function attachPasskeys(): void {
  const form = document.querySelector<HTMLFormElement>('form#passkey')
  if (!form || typeof PublicKeyCredential !== 'function') return
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    answer(form, {})
  })
  if (document.querySelector('input[autocomplete~=webauthn]')) suggest(form)
}

/** The browser's suggestions wait until the person chooses one. A button pressed meanwhile ends them. */
async function suggest(form: HTMLFormElement): Promise<void> {
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser')
  if (!(await browserSupportsWebAuthnAutofill())) return
  const ask = () => answer(form, { isSuggestion: true })
  ask()
  setInterval(ask, renewEveryMs)
}

async function answer(form: HTMLFormElement, { isSuggestion = false }): Promise<void> {
  try {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const optionsJSON = await fetchOptions(optionsAddress)
    const answered = await startAuthentication({ optionsJSON, useBrowserAutofill: isSuggestion })
    send(form, answered)
  } catch (cause) {
    if (!isSuggestion) tell(form, cause, words.noPasskey)
  }
}

export async function fetchOptions(address: string) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

export function send(form: HTMLFormElement, answered: object): void {
  const field = form.querySelector<HTMLInputElement>('input[name=passkey]')
  if (!field) return
  field.value = JSON.stringify(answered)
  form.submit()
}

/** A person who cancels needs no message. */
export function tell(form: HTMLFormElement, cause: unknown, text: string): void {
  const line = form.querySelector('.error')
  const isCancelled = cause instanceof Error && ['NotAllowedError', 'AbortError'].includes(cause.name)
  if (line) line.textContent = isCancelled ? '' : text
}
