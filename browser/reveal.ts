/** Enables the reveal buttons. A shown password is masked again when its form is sent or the page is left. */
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
  // Browsers save a password only if its field has the type `password` when the form is sent.
  input.form?.addEventListener('submit', () => show(false))
  addEventListener('pagehide', () => show(false))
  button.hidden = false
}
