const releaseAfterMs = 10_000

/**
 * Prevents a second submit by an impatient tap. The buttons are marked, not disabled: a disabled button loses the focus,
 * and its value isn't sent. The guard ends when the page is shown again, or after a delay, because a stopped navigation
 * fires no event.
 */
export function guardSubmits(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (form.dataset.sent) return event.preventDefault()
    markSent(form, event.submitter)
    setTimeout(release, releaseAfterMs, form)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release))
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
