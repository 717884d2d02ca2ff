import { looksComplete } from './reset-option.ts'

const restMs = 600

type Username = { username: HTMLInputElement }
type MovingOn = Username & { moveOn: () => void }

/** Reports each change of the name, and a pause after a complete address. Never asks at each key. */
export function onTyping({ username, type, rest }: Username & { type: () => void; rest: () => void }): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  username.addEventListener('input', () => {
    type()
    clearTimeout(timer)
    if (looksComplete(username.value.trim())) timer = setTimeout(rest, restMs)
  })
}

type Fields = { form: HTMLFormElement; password: HTMLInputElement }

/** Reports when the user goes from a typed name to another field or button, leaves a complete name, or presses Enter. */
export function onMovingOn({ form, username, password, moveOn }: MovingOn & Fields): void {
  let isTyped = false
  username.addEventListener('input', () => (isTyped = true))
  form.addEventListener('focusin', ({ target }) => isTyped && target !== username && moveOn())
  // Hiding the keyboard isn't moving on: the name may be half typed.
  const leave = () => looksComplete(username.value.trim()) && moveOn()
  username.addEventListener('change', leave)
  // Neither is switching windows, after which the field still has the focus.
  username.addEventListener('blur', () => document.activeElement !== username && leave())
  username.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || password.value !== '' || username.value.trim() === '') return
    event.preventDefault()
    moveOn()
  })
}

/**
 * A prefilled name causes no blur. It is asked about at the first focus, key or tap anywhere, and not at load: a link from
 * elsewhere must not make the browser ask.
 */
export function onFirstUse({ username, moveOn }: MovingOn): void {
  const prefilled = username.value
  const stop = new AbortController()
  const use = ({ type, target }: Event) => {
    if (!(target instanceof Element) || prefilled.trim() === '') return
    // The browser itself moves the focus to the first field of an opened page.
    if (type === 'focusin' && target.hasAttribute('autofocus')) return
    if (target.closest('a, button[type=submit]')) return
    stop.abort()
    if (username.value === prefilled) moveOn()
  }
  for (const kind of ['focusin', 'pointerdown', 'keydown'])
    document.addEventListener(kind, use, { signal: stop.signal })
}
