import { type Accents, accentsOf, ownAccents } from '../../../shared/colour/accents.ts'
import { isColour } from '../../../shared/colour/contrast.ts'
import { tokens } from '../../../shared/colour/tokens.ts'
import { type Html, html, renderToString } from '../html/html.ts'
import type { MailBlock, MailContent } from './mail-content.ts'

const font = "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

const { light } = tokens

/** The light look is on the elements, where every mail program reads it. Only the dark look needs the sheet. */
const look = {
  body: `margin:0;padding:0;background:${light.ground};color:${light.ink};font-family:${font};-webkit-text-size-adjust:100%`,
  ground: `width:100%;background:${light.ground};border-collapse:collapse`,
  margin: 'padding:24px 12px',
  column: 'max-width:32rem;margin:0 auto',
  name: `margin:0 0 12px;padding:0 4px;font-size:15px;line-height:1.4;font-weight:600;color:${light.ink}`,
  card: `padding:24px 20px;background:${light.surface};border:1px solid ${light.line};border-radius:16px`,
  heading: `margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:600;color:${light.ink}`,
  paragraph: `margin:0 0 16px;font-size:17px;line-height:1.5;color:${light.ink};overflow-wrap:anywhere`,
  note: `margin:0 0 12px;font-size:15px;line-height:1.5;color:${light.quiet};overflow-wrap:anywhere`,
  button: ({ light: accents }: Accents) =>
    `display:inline-block;padding:14px 24px;border-radius:10px;background:${accents.accent};color:${accents.onAccent};font-size:17px;line-height:20px;font-weight:600;text-decoration:none`,
  code: ({ light: accents }: Accents) =>
    `margin:0 0 16px;padding:12px 16px;border-radius:10px;background:${accents.soft};font-size:17px;line-height:1.4;color:${light.ink}`,
  digits: 'white-space:nowrap;font-size:32px;font-weight:600;letter-spacing:0.18em;font-variant-numeric:tabular-nums',
  foot: `margin:16px 0 0;padding:0 4px;font-size:14px;line-height:1.5;color:${light.quiet};overflow-wrap:anywhere`,
}

const darkSheet = ({ dark }: Accents) => `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:${tokens.dark.ground}!important;color:${tokens.dark.ink}!important}
.card{background:${tokens.dark.surface}!important;border-color:${tokens.dark.line}!important}
.ink{color:${tokens.dark.ink}!important}.quiet{color:${tokens.dark.quiet}!important}
.code{background:${dark.soft}!important;color:${tokens.dark.ink}!important}
.button{background:${dark.accent}!important;color:${dark.onAccent}!important}
}`

export function renderHtmlPart({ organisation, heading, blocks }: MailContent): string {
  const { colour = null } = organisation
  const accents = colour !== null && isColour(colour) ? accentsOf(colour) : ownAccents
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>${heading}</title>
      <style dangerouslySetInnerHTML=${{ __html: darkSheet(accents) }} />
    </head>
    <body class="ground" style=${look.body}>
      <table role="presentation" class="ground" style=${look.ground} width="100%" cellpadding="0" cellspacing="0"><tbody><tr><td style=${look.margin}>
        <div style=${look.column}>
          <p class="ink" style=${look.name}>${organisation.name}</p>
          <div class="card" style=${look.card}>
            <h1 class="ink" style=${look.heading}>${heading}</h1>
            ${blocks.map(block => toHtml(block, accents))}
          </div>
          <p class="quiet" style=${look.foot}>${organisation.contactLine}</p>
        </div>
      </td></tr></tbody></table>
    </body>
  </html>`
  return `<!doctype html>${renderToString(page)}`
}

function toHtml(block: MailBlock, accents: Accents): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="ink" style=${look.paragraph}>${block.text}</p>`
    case 'note':
      return html`<p class="quiet" style=${look.note}>${block.text}</p>`
    case 'link':
      return html`<p style=${look.paragraph}><a class="button" style=${look.button(accents)} href=${block.address}>${block.label}</a></p>`
    case 'code':
      return html`<p class="code" style=${look.code(accents)}>${block.label}: <strong style=${look.digits}>${block.digits}</strong></p>`
  }
}
