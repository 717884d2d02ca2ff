import { dangerIcon, element } from './elements.ts'
import { words } from './words.ts'

let isPressed = false

/** Warns that the passwords differ when the second field loses the focus. The form can still be sent. */
export function attachPasswordPair(): void {
  addEventListener('pointerdown', () => (isPressed = true), true)
  for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, () => (isPressed = false), true)
  for (const form of document.forms) {
    const [first, second] = form.querySelectorAll<HTMLInputElement>('input[autocomplete="new-password"]')
    if (first && second) attach(first, second)
  }
}

function attach(first: HTMLInputElement, second: HTMLInputElement): void {
  const message = findOrMakeMessage(second)
  const differ = () => first.value !== '' && second.value !== '' && first.value !== second.value
  const check = () => say(second, message, differ() ? words.passwordsDiffer : '')
  const recheck = () => second.getAttribute('aria-invalid') === 'true' && !differ() && check()
  second.addEventListener('blur', () => afterPress(check))
  // A second password that is still incomplete isn't a mistake yet.
  first.addEventListener('change', () => second.value !== '' && afterPress(check))
  first.addEventListener('input', recheck)
  second.addEventListener('input', recheck)
}

/**
 * Pressing a button takes the focus from the field. A message that moves the button at that moment would lose the click,
 * so the message waits until the press has ended.
 */
function afterPress(say: () => void): void {
  if (isPressed) addEventListener('pointerup', () => setTimeout(say), { once: true })
  else setTimeout(say)
}

/** The server's error message, or an empty live region, which must exist before its text is announced. */
function findOrMakeMessage(input: HTMLInputElement): HTMLElement {
  const present = document.getElementById(`${input.id}-error`)
  if (present) return present
  const message = element('p', { class: 'error', id: `${input.id}-error`, role: 'status' })
  input.closest('.field')?.append(message)
  return message
}

function say(input: HTMLInputElement, message: HTMLElement, text: string): void {
  if (message.textContent !== text)
    message.replaceChildren(...(text === '' ? [] : [dangerIcon(), element('span', {}, text)]))
  input.closest('.field')?.classList.toggle('field-wrong', text !== '')
  if (text === '') {
    input.removeAttribute('aria-invalid')
    return
  }
  input.setAttribute('aria-invalid', 'true')
  const describedBy = input.getAttribute('aria-describedby')?.split(' ') ?? []
  input.setAttribute('aria-describedby', [...new Set([message.id, ...describedBy])].join(' '))
}
