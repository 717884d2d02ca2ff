import { posix } from 'node:path'
import { listFiles, readText } from './repository.ts'

export type DocsPage = { path: string; text: string }

export function readDocsPages(): DocsPage[] {
  return listFiles()
    .filter(path => path.endsWith('.md'))
    .map(path => ({ path, text: readText(path) }))
}

/** The targets of a page's links as paths of the repository, without links to other sites. */
export function linksOf({ path, text }: DocsPage): string[] {
  const targets = [...text.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(match => match[1] ?? '')
  return targets
    .filter(target => !/^(?:[a-z]+:|#)/.test(target))
    .map(target => posix.join(posix.dirname(path), target.replace(/[#?].*$/, '')))
}

/** Text in backticks that can only be a file or folder of the repository. */
export function pathsNamedIn({ text }: DocsPage): string[] {
  const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(match => match[1] ?? '')
  const folders = 'bin|server|shared|browser|tests|tools|bench|docs|admin|rep-app|\\.ci'
  return spans.filter(span => new RegExp(`^(?:${folders})/[\\w./-]*$`).test(span))
}
