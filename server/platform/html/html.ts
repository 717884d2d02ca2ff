import { html as template } from 'htm/preact'
import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString as renderVNode } from 'preact-render-to-string'

/** Anything a template may hold: an element, a list of them, text (always escaped), or nothing. */
export type Html = ComponentChildren

/**
 * The tag every page is written with. Pieces are called, not mounted (`${TextField({ … })}`, never `<${TextField} …/>`):
 * a call is checked by the compiler, an attribute in a template is not.
 */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Html = template

/** The markup of a template, without a doctype. Text and attribute values come out escaped. */
export function renderToString(content: Html): string {
  return renderVNode(h(Fragment, null, content))
}
