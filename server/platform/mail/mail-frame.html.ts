import { type Accents, accentsOf } from '../../../shared/colour/accents.ts'
import { isColour } from '../../../shared/colour/contrast.ts'
import { type Html, html, renderToString } from '../html/html.ts'
import type { MailBlock, MailContent } from './mail-content.ts'

const font = "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** The light theme is inline, where every mail program reads it. Only the dark theme needs the style sheet. */
const look = {
  body: `margin:0;padding:0;background:#f4f6f5;color:#16211d;font-family:${font};-webkit-text-size-adjust:100%`,
  ground: 'width:100%;background:#f4f6f5;border-collapse:collapse',
  margin: 'padding:24px 12px',
  column: 'max-width:32rem;margin:0 auto',
  name: 'margin:0 0 12px;padding:0 4px;font-size:15px;line-height:1.4;font-weight:600;color:#16211d',
  card: 'padding:24px 20px;background:#ffffff;border:1px solid #cfd8d4;border-radius:16px',
  heading: 'margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:600;color:#16211d',
  paragraph: 'margin:0 0 16px;font-size:17px;line-height:1.5;color:#16211d;overflow-wrap:anywhere',
  note: 'margin:0 0 12px;font-size:15px;line-height:1.5;color:#56645e;overflow-wrap:anywhere',
  button: ({ light }: Accents) =>
    `display:inline-block;padding:14px 24px;border-radius:10px;background:${light.accent};color:${light.onAccent};font-size:17px;line-height:20px;font-weight:600;text-decoration:none`,
  code: ({ light }: Accents) =>
    `margin:0 0 16px;padding:12px 16px;border-radius:10px;background:${light.soft};font-size:17px;line-height:1.4;color:#16211d`,
  digits: 'white-space:nowrap;font-size:32px;font-weight:600;letter-spacing:0.18em;font-variant-numeric:tabular-nums',
  foot: 'margin:16px 0 0;padding:0 4px;font-size:14px;line-height:1.5;color:#56645e;overflow-wrap:anywhere',
}

const darkSheet = ({ dark }: Accents) => `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#101614!important;color:#e8efec!important}
.card{background:#18211e!important;border-color:#33413c!important}
.ink{color:#e8efec!important}.quiet{color:#9fb0a9!important}
.code{background:${dark.soft}!important;color:#e8efec!important}
.button{background:${dark.accent}!important;color:${dark.onAccent}!important}
}`

/** The product's own accent, the same as in browser/style/tokens.css. */
const own: Accents = {
  light: { accent: '#0b6b50', hover: '#08553f', onAccent: '#ffffff', soft: '#e3f2ec' },
  dark: { accent: '#4cc9a0', hover: '#6ad9b4', onAccent: '#06241b', soft: '#16352b' },
}

export function renderHtmlPart({ organisation, heading, blocks }: MailContent): string {
  const { colour = null } = organisation
  const accents = colour !== null && isColour(colour) ? accentsOf(colour) : own
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
