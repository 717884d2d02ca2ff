import { element } from './elements.ts'
import { onFirstUse, onMovingOn, onTyping } from './option-moments.ts'
import { openResetDialog } from './reset-dialog.ts'
import { askResetOption, type Popup, type ResetOption } from './reset-option.ts'
import { words } from './words.ts'

type Parts = {
  form: HTMLFormElement
  region: HTMLElement
  /** The buttons of company sign-ins. */
  companies: HTMLElement
  username: HTMLInputElement
  password: HTMLInputElement
}

/** The answer for one username: the content of the status region, and the text of the dialog. */
type Known = {
  username: string
  nodes: readonly Node[]
  companies: readonly Node[]
  popup?: Popup
  isAdvice?: boolean
}

/** Shows the option for the typed username. Asks the server after a pause, or when the user moves on. */
export function attachResetOption({ form, region, companies, username, password }: Parts): void {
  const typed = () => username.value.trim()
  // A re-rendered form may include the option for the name it was sent with. The Back button may restore another name.
  const first = { username: username.defaultValue.trim(), companies: [...companies.childNodes] }
  let known: Known = { ...first, nodes: [...region.childNodes] }
  let asked: string | undefined = known.nodes.length > 0 ? known.username : undefined
  let hasMovedOn = false

  const show = () => {
    // Advice to correct the name would disturb a user who is still typing it.
    const isShown = typed() === known.username && (!known.isAdvice || hasMovedOn)
    const nodes = isShown ? known.nodes : []
    // Inserting the same node again would make screen readers repeat it.
    if (region.firstChild !== (nodes[0] ?? null)) region.replaceChildren(...nodes)
    const { companies: buttons } = [known, first].find(one => one.username === typed()) ?? { companies: [] }
    if (companies.firstChild !== (buttons[0] ?? null)) companies.replaceChildren(...buttons)
  }

  const accept = (name: string, answer: ResetOption) => {
    if (answer.option === 'failed') asked = undefined
    const nodes = nodesOf(answer, form.dataset.unknown ?? '')
    known = {
      username: name,
      nodes,
      companies: buttonsOf(answer, form.dataset.company ?? ''),
      isAdvice: answer.option !== 'reset',
      ...(answer.option === 'reset' && { popup: answer.popup }),
    }
    show()
  }

  const ask = async () => {
    const name = typed()
    if (name === '' || name === asked) return show()
    asked = name
    const answer = await askResetOption(name)
    if (asked === name) accept(name, answer)
  }

  const moveOn = () => {
    hasMovedOn = true
    ask()
  }

  const type = () => {
    hasMovedOn = false
    show()
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

  onTyping({ username, type, rest: ask })
  onMovingOn({ form, username, password, moveOn })
  onFirstUse({ username, moveOn })
  if (form.dataset.asksOnOpening !== undefined) moveOn()
  addEventListener('pageshow', show)
}

function nodesOf(answer: ResetOption, unknown: string): Node[] {
  if (answer.option === 'reset')
    return [element('button', { type: 'button', class: 'button secondary arrives' }, words.resetPassword)]
  const text = { none: unknown, text: answer.option === 'text' ? answer.text : '', refused: '', failed: '' }[
    answer.option
  ]
  return text === '' ? [] : [element('p', { class: 'option-text arrives' }, text)]
}

function buttonsOf(answer: ResetOption, formaction: string): Node[] {
  if (answer.option === 'refused' || answer.option === 'failed') return []
  return (answer.companies ?? []).map(({ id: value, name }) =>
    element(
      'button',
      { type: 'submit', class: 'button secondary arrives', name: 'provider', value, formaction },
      `Continue with ${name}`,
    ),
  )
}
