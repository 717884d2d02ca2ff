import { readCode } from '../shared/reset-code/read-code.ts'

/** Takes the code out of what is pasted, also a whole email. What is typed by hand is left alone, and nothing is sent. */
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

/** Text without one clear code stays as it is: the server says what is wrong with it. */
function keepCode(input: HTMLInputElement, text: string): boolean {
  const read = readCode(text)
  if (read.kind !== 'code') return false
  input.value = read.digits
  return true
}
