import { findOrMakeMessage, setFieldError } from './form-errors.ts'
import { words } from './words.ts'

let isPressed = false

/** Warns that the passwords differ when the second field loses the focus. */
export function attachPasswordPair(): void {
  addEventListener('pointerdown', () => (isPressed = true), true)
  for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, () => (isPressed = false), true)
  for (const form of document.forms) {
    const [first, second] = findPair(form)
    if (first && second) attach(first, second)
  }
}

/** The field to correct if the form holds two passwords that differ. */
export function findMismatch(form: HTMLFormElement): HTMLInputElement | undefined {
  const [first, second] = findPair(form)
  return first && second && first.value !== '' && first.value !== second.value ? second : undefined
}

function findPair(form: HTMLFormElement): NodeListOf<HTMLInputElement> {
  return form.querySelectorAll('input[autocomplete="new-password"]')
}

function attach(first: HTMLInputElement, second: HTMLInputElement): void {
  findOrMakeMessage(second)
  const differ = () => first.value !== '' && second.value !== '' && first.value !== second.value
  const check = () => setFieldError(second, differ() ? words.passwordsDiffer : '')
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
