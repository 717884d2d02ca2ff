import type { Page, Request } from '@playwright/test'

export type Sent = { method: string; path: string; text: string }

/** Collects every request that the page and its workers send from now on, with URL and body as text. */
export function watchNetwork(page: Page): Sent[] {
  const sent: Sent[] = []
  page.context().on('request', request => sent.push(toSent(request)))
  return sent
}

function toSent(request: Request): Sent {
  const { pathname, search } = new URL(request.url())
  const text = `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`
  return { method: request.method(), path: pathname + search, text }
}
