type Attributes = Record<string, string>

/** Creates an element with its attributes and children. Text from the server is never parsed as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** The first input with that name in a form. */
export function findInput(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : undefined
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** The icon before each error, as the server draws it. */
export function dangerIcon(): SVGElement {
  const icon = document.createElementNS(svgNamespace, 'svg')
  icon.setAttribute('class', 'icon')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svgNamespace, 'path')
  path.setAttribute('d', 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM12 7.5v5.5M12 16.4v.1')
  icon.append(path)
  return icon
}
