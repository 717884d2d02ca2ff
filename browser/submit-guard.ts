const releaseAfterMs = 10_000

/**
 * A form that is on its way is not sent a second time by an impatient tap. Its buttons are marked, not disabled: a disabled
 * button would lose the focus, and its value would not be sent. The guard lets go when the page is shown again and after a
 * while, because a stopped navigation says nothing.
 */
export function guardSubmits(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (form.dataset.sent) return event.preventDefault()
    mark(form, event.submitter)
    setTimeout(release, releaseAfterMs, form)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release))
}

function mark(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset.sent = 'yes'
  submitter?.setAttribute('aria-busy', 'true')
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
}

function release(form: HTMLFormElement): void {
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
