import { fetchOptions, send, tell } from './passkeys.ts'
import { guardSubmits } from './submit-guard.ts'
import { words } from './words.ts'

const form = document.querySelector<HTMLFormElement>('form#new-passkey')
if (form && typeof PublicKeyCredential === 'function') {
  form.hidden = false
  document.getElementById('no-passkeys')?.remove()
  form.addEventListener('submit', event => {
    event.preventDefault()
    make(form)
  })
}
guardSubmits()

/** Makes a passkey on this device, or on a phone nearby, and sends its public key. */
async function make(target: HTMLFormElement): Promise<void> {
  try {
    const { startRegistration } = await import('@simplewebauthn/browser')
    const optionsJSON = await fetchOptions('/account/second-step/passkeys/options')
    send(target, await startRegistration({ optionsJSON }))
  } catch (cause) {
    const isThere = cause instanceof Error && cause.name === 'InvalidStateError'
    tell(target, cause, isThere ? words.passkeyIsThere : words.noPasskey)
  }
}
