import { tokens } from '../../../shared/colour/tokens.ts'
import type { Assets, ScriptName } from './assets.ts'
import { type Html, html, renderToString } from './html.ts'
import { Mark } from './icons.ts'

/** The organisation's own look. Without it, pages use the product's mark and accent. */
export type Brand = {
  stylesheet?: string
  logo?: { src: string; width: number; height: number }
}

export type Page = {
  /** The step, distinct on every page (WCAG 2.4.2); the organisation's name is added. */
  title: string
  organisation: { name: string; contactLine: string }
  /** Says on every page that this is a demo, and where its emails can be read. */
  demo: { mailboxUrl: string | undefined } | undefined
  /** A trial of a restored copy: every page says that no email is sent. */
  isDrill?: boolean
  assets: Assets
  brand?: Brand | undefined
  scripts?: readonly ScriptName[]
  /** The content of the card, from its `<h1>` down. */
  main: Html
  /** On the website alone: a wide page with a menu. Its home is the link of the name. */
  shell?: Shell | undefined
}

export type Shell = { home: string; header: Html; footer: Html }

/** Renders the complete document. Nothing is inline, so the policy of the pages needs no exception. */
export function renderPage(page: Page): string {
  return `<!doctype html>${renderToString(html`<html lang="en">${Head(page)}${Body(page)}</html>`)}`
}

function Head({ title, organisation, assets, brand, shell, scripts = [] }: Page): Html {
  return html`<head>
    <meta charset="utf-8" />
    <title>${title} · ${organisation.name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content=${tokens.light.ground} media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content=${tokens.dark.ground} media="(prefers-color-scheme: dark)" />
    ${shell && html`<meta name="robots" content="noindex" />`}
    <link rel="stylesheet" href=${assets.stylesheet} />
    ${shell && html`<link rel="stylesheet" href=${assets.shopStylesheet} />`}
    ${brand?.stylesheet !== undefined && html`<link rel="stylesheet" href=${brand.stylesheet} />`}
    <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
    <link rel="manifest" href="/manifest.webmanifest" />
    ${scripts.map(name => Script(assets.scripts[name]))}
  </head>`
}

function Script({ src, preload }: Assets['scripts'][ScriptName]): Html {
  return html`${preload.map(href => html`<link rel="modulepreload" href=${href} />`)}<script type="module" src=${src}></script>`
}

function Body(page: Page): Html {
  const { organisation, demo, isDrill, brand, main, shell } = page
  if (shell) return WideBody({ ...page, shell })
  return html`<body>
    <header class="top">
      ${isDrill && DrillStrip()}${demo && DemoStrip(demo)}
      <p class="brand">${brand?.logo ? Logo(brand.logo) : Mark()}<span>${organisation.name}</span></p>
    </header>
    <main class="card">${main}</main>
    <footer class="help"><p>${organisation.contactLine}</p></footer>
  </body>`
}

function WideBody({ organisation, demo, isDrill, brand, main, shell }: Page & { shell: Shell }): Html {
  return html`<body class="wide">
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top">
      ${isDrill && DrillStrip()}${demo && DemoStrip(demo)}
      <div class="shop-top">
        <a class="brand" href=${shell.home}>${brand?.logo ? Logo(brand.logo) : Mark()}<span>${organisation.name}</span></a>
        ${shell.header}
      </div>
    </header>
    <main class="shop" id="content" tabindex="-1">${main}</main>
    <footer class="shop-foot">${shell.footer}<p>${organisation.contactLine}</p></footer>
  </body>`
}

/** Decorative like the mark: the name is beside it. */
function Logo({ src, width, height }: NonNullable<Brand['logo']>): Html {
  return html`<img class="logo" src=${src} width=${width} height=${height} alt="" />`
}

function DemoStrip({ mailboxUrl }: NonNullable<Page['demo']>): Html {
  const mailbox =
    mailboxUrl && html` Their emails are in the <a href=${mailboxUrl} target="_blank" rel="noreferrer">mailbox</a>.`
  return html`<p class="demo"><strong>Demo</strong> Made-up people on this machine only.${mailbox}</p>`
}

function DrillStrip(): Html {
  return html`<p class="demo"><strong>Drill</strong> This is a restored copy for a test. It sends no email.</p>`
}
