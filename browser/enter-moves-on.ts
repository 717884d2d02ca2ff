/**
 * The keyboard's Next key moves to the next field if that is empty. Without this, phones that send the form on every Enter would
 * send it incomplete.
 */
export function attachEnterMovesOn(): void {
  document.addEventListener('keydown', event => {
    const input = event.target
    if (event.key !== 'Enter' || event.isComposing || !(input instanceof HTMLInputElement)) return
    if (input.enterKeyHint !== 'next') return
    const next = findNext(input)
    if (next?.value !== '') return
    event.preventDefault()
    next.focus()
  })
}

function findNext(input: HTMLInputElement): HTMLInputElement | undefined {
  const inputs = [...(input.form?.querySelectorAll('input') ?? [])].filter(
    ({ tabIndex, type }) => tabIndex >= 0 && type !== 'hidden',
  )
  return inputs[inputs.indexOf(input) + 1]
}
