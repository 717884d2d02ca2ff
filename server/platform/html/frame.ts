import { type Page, renderPage } from './page.ts'

/** The data that all pages of this server share at the moment. */
export type Frame = Pick<Page, 'organisation' | 'demo' | 'isDrill' | 'assets' | 'brand'>

/** A page as features describe it: the content of the card, and the scripts that improve it. */
export type Content = Pick<Page, 'title' | 'scripts' | 'main' | 'shell'>

export function renderInFrame(frame: Frame, content: Content): string {
  return renderPage({ ...frame, ...content })
}
