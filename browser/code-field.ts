import { readCode } from '../shared/reset-code/read-code.ts'

/** Extracts the code from pasted text, even from a complete email. Typed text is unchanged, and nothing is sent. */
export function attachCodeField(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-code]')) {
    // Before the browser joins the lines of a pasted email.
    input.addEventListener('paste', event => {
      if (keepCode(input, event.clipboardData?.getData('text') ?? '')) event.preventDefault()
    })
    input.addEventListener('input', event => {
      if (event instanceof InputEvent && event.inputType.startsWith('insertFrom')) keepCode(input, input.value)
    })
  }
}

/** Leaves text without exactly one code unchanged: the server reports the error. */
function keepCode(input: HTMLInputElement, text: string): boolean {
  const read = readCode(text)
  if (read.kind !== 'code') return false
  input.value = read.digits
  return true
}
