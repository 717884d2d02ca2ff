/** Keeps the digits of a pasted code ("123 456", "Code: 123456"). What is typed by hand is left alone, and nothing is sent. */
export function attachCodeField(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-code]')) {
    input.addEventListener('input', event => {
      if (event instanceof InputEvent && event.inputType.startsWith('insertFrom')) keepDigits(input)
    })
  }
}

function keepDigits(input: HTMLInputElement): void {
  const digits = digitsOf(input.value)
  if (digits !== '') input.value = digits
}

/** The digits in a text, full-width ones as plain ones. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}
