import { readAnswer, showPage } from './answer-page.ts'
import { markSent, release } from './submit-guard.ts'
import { words } from './words.ts'

const patienceMs = 15_000

/**
 * Adds a product to the basket without leaving the list, so that the place in it and the focus stay. The form itself works
 * without scripts: the server answers with the list again.
 */
export function attachAddInPlace(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.add === undefined) return
    event.preventDefault()
    if (!form.dataset.sent) add(form, event.submitter)
  })
}

async function add(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  markSent(form, submitter)
  const answer = await post(form)
  release(form)
  if (answer === 'lost') return say(form, words.noAnswer)
  // Anything but a list with this product, such as a sign-in or a refused quantity, is a page of its own.
  const id = form.querySelector<HTMLInputElement>('input[name=product]')?.value ?? ''
  const same = answer.isFine ? answer.page.getElementById(`quantity-${id}`)?.closest('form') : undefined
  const count = answer.page.querySelector('[data-basket-count]')?.textContent
  if (!same || !count) return showPage(answer.page)
  for (const place of document.querySelectorAll('[data-basket-count]')) place.textContent = count
  say(form, same.querySelector('[data-in-basket]')?.textContent ?? '')
}

function say(form: HTMLFormElement, text: string): void {
  const place = form.querySelector('[data-in-basket]')
  if (place) place.textContent = text.trim()
}

async function post(form: HTMLFormElement): Promise<'lost' | { isFine: boolean; page: Document }> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const response = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) })
    return { isFine: response.ok, page: readAnswer(await response.text()) }
  } catch {
    return 'lost'
  }
}
