/** Colours the bar of the system above the app like the organisation: its style sheet decides, the page is the same for all. */
export function showBrandColour(): void {
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()
  if (accent !== '') document.querySelector('meta[name="theme-color"]')?.setAttribute('content', accent)
}
