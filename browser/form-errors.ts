import { dangerIcon, element } from './elements.ts'

export type FormError = { text: string; fieldId?: string }

/** Shows errors as the server draws them: at each field, in a summary that takes the focus, and in the title. */
export function showErrors(
  form: HTMLFormElement,
  { heading: title, errors }: { heading: string; errors: FormError[] },
): void {
  clearErrors(form)
  for (const { fieldId = '', text } of errors) {
    const input = document.getElementById(fieldId)
    if (input instanceof HTMLInputElement) setFieldError(input, text)
  }
  const summary = makeSummary(title, errors)
  const heading = form.closest('dialog')?.querySelector('h2') ?? document.querySelector('h1')
  heading?.after(summary)
  document.title = `Error: ${document.title}`
  summary.focus()
}

function clearErrors(form: HTMLFormElement): void {
  document.querySelector('[data-error-summary]')?.remove()
  document.title = document.title.replace(/^Error: /, '')
  for (const input of form.querySelectorAll<HTMLInputElement>('input[aria-invalid]')) setFieldError(input, '')
}

/** The error message of a field. An empty text removes it. */
export function setFieldError(input: HTMLInputElement, text: string): void {
  const message = findOrMakeMessage(input)
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

/** The server's error message, or an empty live region, which must exist before its text is announced. */
export function findOrMakeMessage(input: HTMLInputElement): HTMLElement {
  const present = document.getElementById(`${input.id}-error`)
  if (present) return present
  const message = element('p', { class: 'error', id: `${input.id}-error`, role: 'status' })
  input.closest('.field')?.append(message)
  return message
}

function makeSummary(heading: string, errors: readonly FormError[]): HTMLElement {
  const lines = errors.map(({ text, fieldId }) =>
    element('li', {}, fieldId === undefined ? text : element('a', { href: `#${fieldId}` }, text)),
  )
  const text = element(
    'div',
    {},
    element('h2', { class: 'notice-title' }, heading),
    element('ul', { class: 'notice-text' }, ...lines),
  )
  const attributes = { class: 'notice notice-danger', role: 'alert', tabindex: '-1', 'data-error-summary': '' }
  return element('div', attributes, dangerIcon(), text)
}
