import { findMain, readAnswer, showPage } from './answer-page.ts'
import { findInput } from './elements.ts'
import { showErrors } from './form-errors.ts'
import { findMismatch } from './password-pair.ts'
import { markSent, release } from './submit-guard.ts'
import { words } from './words.ts'

const patienceMs = 30_000

/**
 * Sends a form with new passwords in the background, so that an error costs none of what was typed: a page never contains a
 * password that the server received. Without scripts, the same form posts as any other.
 */
export function attachSaveInPlace(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-after-saving]')) {
    form.addEventListener('submit', event => {
      event.preventDefault()
      if (!form.dataset.sent) save(form, event.submitter)
    })
  }
}

async function save(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const mismatch = findMismatch(form)
  if (mismatch) {
    const errors = [{ text: words.passwordsDiffer, fieldId: mismatch.id }]
    return showErrors(form, { heading: words.oneThing, errors })
  }
  markSent(form, submitter)
  const answer = await post(form)
  // The button stays busy until the next page is there.
  if (answer === 'saved') return location.assign(form.dataset.afterSaving ?? '/sign-in')
  release(form)
  if (answer === 'lost') return showErrors(form, { heading: words.noAnswer, errors: [{ text: words.stillHere }] })
  showAnswer(form, answer)
}

/** The server confirms a save with a redirect, and answers anything else with a page. */
async function post(form: HTMLFormElement): Promise<'saved' | 'lost' | Document> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal })
    if (response.type === 'opaqueredirect') return 'saved'
    const page = readAnswer(await response.text())
    return findMain(page) ? page : 'lost'
  } catch {
    return 'lost'
  }
}

/** The same form with errors keeps its fields. Any other page, such as the one of an ended link, replaces this page. */
function showAnswer(form: HTMLFormElement, page: Document): void {
  const summary = page.querySelector('[data-error-summary]')
  const same = [...page.forms].find(({ action }) => action === form.action)
  if (!same || !summary) {
    showPage(page)
    return
  }
  for (const { name, value } of same.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    const hidden = findInput(form, name)
    if (hidden) hidden.value = value
  }
  const errors = [...summary.querySelectorAll('li')].map(line => {
    const fieldId = line.querySelector('a')?.getAttribute('href')?.slice(1)
    return { text: line.textContent ?? '', ...(fieldId !== undefined && { fieldId }) }
  })
  showErrors(form, { heading: summary.querySelector('h2')?.textContent ?? '', errors })
}
