/**
 * Fetches the strength meter when the new password's field is first used, so that the page opens without it.
 * Where that fails, the next visit to the field tries again; saving never waits for it.
 */
export function attachStrengthLoader(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-strength]')) {
    const input = document.getElementById(root.dataset.input ?? '')
    if (input instanceof HTMLInputElement) attach(root, input)
  }
}

function attach(root: HTMLElement, input: HTMLInputElement): void {
  const load = async () => {
    input.removeEventListener('focus', load)
    try {
      const { attachStrengthMeter } = await import('./strength-meter.ts')
      attachStrengthMeter(root)
    } catch {
      input.addEventListener('focus', load)
    }
  }
  input.addEventListener('focus', load)
  if (document.activeElement === input) load()
}
