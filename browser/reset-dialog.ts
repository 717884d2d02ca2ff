import { element } from './elements.ts'
import type { Popup } from './reset-option.ts'
import { words } from './words.ts'

/** Asks in a modal dialog whether to send the reset email. OK submits a plain form, which opens an ordinary page. */
export function openResetDialog(username: string, popup: Popup, returnFocusTo: HTMLElement): void {
  const dialog = makeDialog(username, popup)
  dialog.addEventListener('close', () => {
    dialog.remove()
    returnFocusTo.focus()
  })
  // The back-forward cache would restore the dialog, although its question has been answered.
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

/** An address whose line breaks come before `@` or a full stop. */
function makeAddress(address: string): HTMLElement {
  const parts = address.split(/(?=[@.])/)
  return element('p', { class: 'address' }, ...parts.flatMap(part => [element('wbr'), part]))
}
