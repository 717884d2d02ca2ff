import { SecondaryButton, SmallButton } from '../../platform/html/buttons.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { momentWords } from '../../platform/html/moment-words.ts'

export type CompanyLinks = {
  linked: { id: string; name: string; linkedAt: Date; lastUsedAt: Date | null }[]
  /** Providers that this person may link. */
  available: { id: string; name: string }[]
}

/** The company sign-ins of one's own account; nothing where the organisation has none. */
export function CompanyLinksPart({ linked, available }: CompanyLinks): Html {
  if (linked.length + available.length === 0) return null
  return html`<section class="section" aria-labelledby="company">
    <h2 id="company">Company sign-in</h2>
    ${linked.length > 0 && html`<ul class="list">${linked.map(LinkRow)}</ul>`}
    ${
      available.length > 0 &&
      html`<form method="post" action="/account/company">${available.map(({ id, name }) => SecondaryButton({ label: `Link ${name}`, name: 'provider', value: id }))}</form>`
    }
  </section>`
}

function LinkRow({ id, name, linkedAt, lastUsedAt }: CompanyLinks['linked'][number]): Html {
  const used = lastUsedAt ? `Last used ${momentWords(lastUsedAt)}.` : 'Not used yet.'
  return html`<li>
    <div><p class="list-title">${name}</p><p class="list-note">Linked ${momentWords(linkedAt)}. ${used}</p></div>
    <form method="post" action="/account/company/remove">${SmallButton({ label: 'Unlink', name: 'provider', value: id, about: name })}</form>
  </li>`
}
