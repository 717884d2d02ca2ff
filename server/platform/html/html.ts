import { html as template } from 'htm/preact'
import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString as renderVNode } from 'preact-render-to-string'

/** Anything a template may hold: an element, a list of them, text (always escaped), or nothing. */
export type Html = ComponentChildren

/**
 * The tag for every template. Pieces are called, not mounted (`${TextField({ … })}`, never `<${TextField} …/>`): the
 * compiler checks a call, but not an attribute in a template.
 */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Html = template

/** Renders a template without a doctype. Text and attribute values are escaped. */
export function renderToString(content: Html): string {
  return renderVNode(h(Fragment, null, content))
}
