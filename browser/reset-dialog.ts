import { element } from './elements.ts'
import type { Popup } from './reset-option.ts'
import { words } from './words.ts'

/** Asks, in a modal dialog, whether the mail should go out. OK is a plain form: the answer is a page like any other. */
export function openResetDialog(username: string, popup: Popup, returnFocusTo: HTMLElement): void {
  const dialog = makeDialog(username, popup)
  dialog.addEventListener('close', () => {
    dialog.remove()
    returnFocusTo.focus()
  })
  // Coming back to a page with its question still open would ask again what has been answered.
  addEventListener('pageshow', () => dialog.close(), { once: true })
  document.body.append(dialog)
  dialog.showModal()
}

function makeDialog(username: string, { question, address, detail }: Popup): HTMLDialogElement {
  const dialog = element('dialog', {
    class: 'dialog',
    'aria-labelledby': 'reset-question',
    'aria-describedby': 'reset-detail',
  })
  const text = element('div', { id: 'reset-detail' })
  if (address) text.append(makeAddress(address))
  text.append(element('p', { class: 'quiet' }, detail))
  const cancel = element('button', { type: 'button', class: 'button secondary' }, words.cancel)
  cancel.addEventListener('click', () => dialog.close())
  const form = element(
    'form',
    { method: 'post', action: '/reset', class: 'answers' },
    element('input', { type: 'hidden', name: 'username', value: username }),
    cancel,
    element('button', { type: 'submit', class: 'button', autofocus: '' }, words.ok),
  )
  dialog.append(element('h2', { id: 'reset-question' }, question), text, form)
  return dialog
}

/** An address that breaks, where it must, before its signs. */
function makeAddress(address: string): HTMLElement {
  const parts = address.split(/(?=[@.])/)
  return element('p', { class: 'address' }, ...parts.flatMap(part => [element('wbr'), part]))
}
