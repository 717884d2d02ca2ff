/**
 * Downloads the strength meter when the new password field is first used, so that the page opens without it.
 * After a failure, the next focus tries again. Saving never waits for the meter.
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
