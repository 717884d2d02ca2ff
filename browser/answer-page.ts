/** Reads a page of our own server. A document that is only parsed runs no script and loads nothing. */
export function readAnswer(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

export function findMain(page: Document): HTMLElement | null {
  return page.querySelector('main')
}

/** Shows the content of another page in this one, and moves the focus to its heading. */
export function showPage(page: Document): void {
  document.title = page.title
  findMain(document)?.replaceWith(document.adoptNode(findMain(page) as HTMLElement))
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
