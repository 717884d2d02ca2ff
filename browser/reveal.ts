/** Brings the reveal buttons to life. What was shown is masked again when its form is sent and when the page is left. */
export function attachReveal(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-reveal]')) {
    const input = document.getElementById(button.getAttribute('aria-controls') ?? '')
    if (input instanceof HTMLInputElement) attach(button, input)
  }
}

function attach(button: HTMLButtonElement, input: HTMLInputElement): void {
  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(shown))
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  // A browser stores as a password only what stands in a password field when the form is sent.
  input.form?.addEventListener('submit', () => show(false))
  addEventListener('pagehide', () => show(false))
  button.hidden = false
}
