import { element } from './elements.ts'
import { openResetDialog } from './reset-dialog.ts'
import { askResetOption, looksComplete, type Popup, type ResetOption } from './reset-option.ts'
import { words } from './words.ts'

const restMs = 600

type Parts = {
  form: HTMLFormElement
  region: HTMLElement
  username: HTMLInputElement
  password: HTMLInputElement
}

/** The answer for one username: the content of the status region, and the text of the dialog. */
type Known = { username: string; nodes: readonly Node[]; popup?: Popup }

/** Shows the option for the typed username. Asks the server after a pause, or when the user moves on. */
export function attachResetOption({ form, region, username, password }: Parts): void {
  const typed = () => username.value.trim()
  // A re-rendered form may include the option for the name it was sent with. The Back button may restore another name.
  let known: Known = { username: username.defaultValue.trim(), nodes: [...region.childNodes] }
  let asked: string | undefined = known.nodes.length > 0 ? known.username : undefined

  const show = () => {
    const nodes = typed() === known.username ? known.nodes : []
    // Inserting the same node again would make screen readers repeat it.
    if (region.firstChild !== (nodes[0] ?? null)) region.replaceChildren(...nodes)
  }

  const accept = (name: string, answer: ResetOption) => {
    if (answer.option === 'failed') asked = undefined
    known = { username: name, nodes: nodesOf(answer), ...(answer.option === 'reset' && { popup: answer.popup }) }
    show()
  }

  const ask = async () => {
    const name = typed()
    if (name === '' || name === asked) return
    asked = name
    const answer = await askResetOption(name)
    if (asked === name) accept(name, answer)
  }

  /** The server's button leads to a page. Asking first allows a dialog instead. */
  const askThenOpen = async (button: HTMLButtonElement) => {
    const name = typed()
    if (button.ariaBusy === 'true') return
    button.ariaBusy = 'true'
    const answer = await askResetOption(name)
    button.ariaBusy = null
    if (typed() !== name) return
    if (answer.option !== 'reset') return form.requestSubmit(button)
    known = { ...known, popup: answer.popup }
    openResetDialog(name, answer.popup, button)
  }

  region.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button) return
    event.preventDefault()
    if (known.popup) openResetDialog(known.username, known.popup, button)
    else askThenOpen(button)
  })

  onGoingOn({ username, password, show, ask })
  onFirstUse({ username, ask })
  addEventListener('pageshow', show)
}

type Moments = Pick<Parts, 'username' | 'password'> & { show: () => void; ask: () => void }

/** Asks when a name is complete: a pause after an address, blur or Enter. Never at each key. */
function onGoingOn({ username, password, show, ask }: Moments): void {
  let rest: ReturnType<typeof setTimeout> | undefined
  const askNow = () => {
    clearTimeout(rest)
    ask()
  }
  username.addEventListener('input', () => {
    show()
    clearTimeout(rest)
    if (looksComplete(username.value.trim())) rest = setTimeout(askNow, restMs)
  })
  username.addEventListener('change', askNow)
  username.addEventListener('blur', () => {
    // Switching windows isn't leaving the field: the name may be half typed.
    if (document.activeElement !== username) askNow()
  })
  username.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || password.value !== '' || username.value.trim() === '') return
    event.preventDefault()
    askNow()
  })
}

/**
 * A prefilled name causes no blur. It is asked about when the user first acts elsewhere on the page, and not at load:
 * opening a URL must not ask the server.
 */
function onFirstUse({ username, ask }: { username: HTMLInputElement; ask: () => void }): void {
  const stop = new AbortController()
  const use = (event: Event) => {
    if (event.target === username) return
    stop.abort()
    if (!(event.target instanceof Element && event.target.closest('button, a'))) ask()
  }
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, use, { signal: stop.signal })
}

function nodesOf(answer: ResetOption): Node[] {
  if (answer.option === 'text') return [element('p', { class: 'option-text arrives' }, answer.text)]
  if (answer.option !== 'reset') return []
  return [element('button', { type: 'button', class: 'button secondary arrives' }, words.resetPassword)]
}
