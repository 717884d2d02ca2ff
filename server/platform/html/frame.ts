import { type Page, renderPage } from './page.ts'

/** What all pages of this server have in common at the moment. */
export type Frame = Pick<Page, 'organisation' | 'demo' | 'isDrill' | 'assets' | 'brand'>

/** A page as features describe it: what stands in the card, and which scripts improve it. */
export type Content = Pick<Page, 'title' | 'scripts' | 'main'>

export function renderInFrame(frame: Frame, content: Content): string {
  return renderPage({ ...frame, ...content })
}
