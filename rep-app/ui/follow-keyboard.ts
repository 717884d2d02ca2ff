/**
 * Sets `--keyboard` to the height of the on-screen keyboard where it covers the page, as on an iPhone or iPad. Other browsers
 * make the page smaller (`interactive-widget=resizes-content`), and the height stays zero.
 */
export function followKeyboard(view: VisualViewport | null = window.visualViewport): void {
  if (!view) return
  const show = () => {
    // Zooming in makes the visual viewport smaller too, and is no keyboard.
    const covered = view.scale > 1.01 ? 0 : Math.max(0, window.innerHeight - view.height - view.offsetTop)
    document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`)
  }
  view.addEventListener('resize', show)
  view.addEventListener('scroll', show)
}
