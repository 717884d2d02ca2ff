import { type Html, html } from './html.ts'

/** The product's mark: a key with a round bow. Decorative, because the organisation's name is beside it. */
export function Mark(): Html {
  return html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <circle cx="11.4" cy="20.6" r="7.4" /><path d="M16.7 15.3 27.3 4.7M22.4 9.6l4.4 4.4" />
  </svg>`
}

const paths = {
  success: 'M20 6.5 9.5 17 4 11.5',
  warning: 'M12 3.5 22 20.5H2ZM12 10v4.5M12 17.4v.1',
  danger: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM12 7.5v5.5M12 16.4v.1',
  info: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM12 11v5.5M12 7.5v.1',
  mail: 'M3 5.5h18v13H3ZM3.5 6.5 12 13l8.5-6.5',
  eye: 'M1.8 12S5.5 5.5 12 5.5 22.2 12 22.2 12 18.5 18.5 12 18.5 1.8 12 1.8 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  slash: 'M4 20 20 4',
} as const

export type IconName = Exclude<keyof typeof paths, 'slash'>

/**
 * A line icon, hidden from screen readers because a word is always beside it. `eye` is struck through while its button
 * is pressed.
 */
export function Icon({ name }: { name: IconName }): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d=${paths[name]} />${name === 'eye' && html`<path class="icon-slash" d=${paths.slash} />`}
  </svg>`
}
