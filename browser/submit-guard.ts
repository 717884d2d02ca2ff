import { showErrors } from './form-errors.ts'
import { words } from './words.ts'

const releaseAfterMs = 10_000
const patienceMs = 8000

/**
 * Prevents a second submit by an impatient tap, and a submit without a connection. The buttons are marked, not disabled: a disabled button loses the focus,
 * and its value isn't sent. The guard ends when the page is shown again, or after a delay, because a stopped navigation
 * fires no event.
 */
export function guardSubmits(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (form.dataset.reached) {
      delete form.dataset.reached
      return
    }
    event.preventDefault()
    if (!form.dataset.sent) sendIfReachable(form, event.submitter)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release))
}

/** Leaving for a page that doesn't come would show the browser's own error page, and lose what was typed. */
async function sendIfReachable(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  markSent(form, submitter)
  const reached = await isServerThere()
  if (!reached) {
    release(form)
    showErrors(form, { heading: words.noAnswer, errors: [{ text: words.stillHere }] })
    return
  }
  setTimeout(release, releaseAfterMs, form)
  form.dataset.reached = 'yes'
  form.requestSubmit(submitter)
}

/** Any answer counts: only a lost connection keeps the user here. */
function isServerThere(): Promise<boolean> {
  const options = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patienceMs) } as const
  return fetch('/healthz', options).then(
    () => true,
    () => false,
  )
}

export function markSent(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset.sent = 'yes'
  submitter?.setAttribute('aria-busy', 'true')
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
}

export function release(form: HTMLFormElement): void {
  delete form.dataset.sent
  for (const button of buttonsOf(form)) {
    button.removeAttribute('aria-busy')
    button.removeAttribute('aria-disabled')
  }
}

function buttonsOf(form: HTMLFormElement): HTMLButtonElement[] {
  return [...form.elements].filter(
    control => control instanceof HTMLButtonElement && control.type === 'submit',
  ) as HTMLButtonElement[]
}
