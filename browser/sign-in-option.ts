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

/** What is known of one username: what stands in the region while that name stands in its field, and the popup behind it. */
type Known = { username: string; nodes: readonly Node[]; popup?: Popup }

/** Shows the option that belongs to the username in the field, and asks the server for it when the person rests or goes on. */
export function attachResetOption({ form, region, username, password }: Parts): void {
  const typed = () => username.value.trim()
  // A form that came back may bring the option for the name it was sent with; a Back button may put another name in the field.
  let known: Known = { username: username.defaultValue.trim(), nodes: [...region.childNodes] }
  let asked: string | undefined = known.nodes.length > 0 ? known.username : undefined

  const show = () => {
    const nodes = typed() === known.username ? known.nodes : []
    // Putting the same node back would have it read out again.
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

  /** The server's own button leads to its popup page; asked first, the answer opens as a dialog instead. */
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

/** The moments at which a name counts as entered: a rest after an address, leaving the field, Enter. Never a key by itself. */
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
    // Another window in front is no leaving: the name may be half typed.
    if (document.activeElement !== username) askNow()
  })
  username.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || password.value !== '' || username.value.trim() === '') return
    event.preventDefault()
    askNow()
  })
}

/**
 * A name that stood in the field from the start is never left. It is asked about at the person's first move elsewhere on the
 * page, and not at load: opening an address must ask nothing.
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
