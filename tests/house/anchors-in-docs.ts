import { posix } from 'node:path'
import type { DocsPage } from './pages-of-docs.ts'

/** The anchors that GitHub and most viewers give the headings of a page. */
export function listAnchors({ text }: DocsPage): string[] {
  const taken = new Map<string, number>()
  const headings = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} (.+)$/gm)].map(match => match[1] ?? '')
  return headings.map(heading => {
    const anchor = anchorOf(heading)
    const before = taken.get(anchor) ?? 0
    taken.set(anchor, before + 1)
    return before === 0 ? anchor : `${anchor}-${before}`
  })
}

const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** The links of a page that name a heading: the path of the page that contains it, and the anchor. */
export function listAnchorLinks({ path, text }: DocsPage): { path: string; anchor: string }[] {
  return [...text.matchAll(/\]\(<?([^)\s>#]*)#([^)\s>]+)>?\)/g)]
    .filter(([, target = '']) => !/^[a-z]+:/.test(target))
    .map(([, target = '', anchor = '']) => ({
      path: target === '' ? path : posix.join(posix.dirname(path), target),
      anchor,
    }))
}
