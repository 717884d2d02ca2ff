import { describe, expect, test } from 'vitest'
import { SecondaryLink, SmallButton } from './buttons.ts'
import { CodeField, PasswordField, TextField } from './fields.ts'
import { html } from './html.ts'
import { Address, ErrorSummary, Notice, StatusRegion } from './messages.ts'
import { type Page, renderPage } from './page.ts'
import { StrengthMeter } from './strength-meter.ts'

const hostile = '"><img src=x onerror=alert(1)>'

const assets: Page['assets'] = {
  stylesheet: '/assets/account-1.css',
  shopStylesheet: '/assets/shop-1.css',
  scripts: {
    'sign-in': { src: '/assets/sign-in-1.js', preload: ['/assets/shared-1.js'] },
    reset: { src: '/assets/reset-1.js', preload: [] },
    'second-step': { src: '/assets/second-step-G.js', preload: [] },
    account: { src: '/assets/account-1.js', preload: [] },
    shop: { src: '/assets/shop-1.js', preload: [] },
  },
}

const context = { names: [hostile], emails: [hostile], companyWords: [], productWords: [], minimumLength: 8 }

function render(change: Partial<Page> = {}): string {
  const organisation = { name: 'Harbour & Vale', contactLine: 'Ask your administrator.' }
  return renderPage({
    title: 'Sign in',
    organisation,
    demo: undefined,
    assets,
    main: html`<h1>Sign in</h1>`,
    ...change,
  })
}

/** One of each component, with a hostile text wherever text is allowed. */
function renderHostile(): string {
  return render({
    title: hostile,
    organisation: { name: hostile, contactLine: hostile },
    demo: { mailboxUrl: undefined },
    scripts: ['sign-in', 'reset', 'account'],
    main: html`<h1>${hostile}</h1>
      ${ErrorSummary({ errors: [{ text: hostile, fieldId: 'code' }, { text: hostile }] })}
      ${Notice({ kind: 'warning', title: hostile, children: hostile })} ${Address({ address: hostile })}
      ${TextField({ name: 'username', label: hostile, hint: hostile, error: hostile, value: hostile, autocomplete: 'username' })}
      ${CodeField({ name: 'code', label: hostile, value: hostile, error: hostile })}
      ${PasswordField({
        name: 'password',
        label: hostile,
        autocomplete: 'new-password',
        below: StrengthMeter({ inputId: 'password', dictionariesUrl: '/assets/words', context }),
      })}
      ${StatusRegion({ id: 'said', children: hostile })} ${SmallButton({ label: hostile, about: hostile, value: hostile })}
      ${SecondaryLink({ label: hostile, href: '/sign-in' })}`,
  })
}

describe('a page', () => {
  test('1.2.1 shows text from people and imports, and never executes it', () => {
    const page = renderHostile()
    expect(page).not.toContain('<img')
    expect(page.match(/&lt;img src=x/g)?.length).toBeGreaterThan(15)
  })

  test('3.4.3 has nothing inline: neither script nor style nor handler', () => {
    const tags = renderHostile().match(/<[a-z][^>]*>/g) ?? []
    const named = tags.map(tag => tag.replace(/"[^"]*"/g, '""'))
    expect(named.filter(tag => /\s(style|on\w+)=/.test(tag))).toEqual([])
    expect(
      named.filter(tag => tag.startsWith('<style') || (tag.startsWith('<script') && !tag.includes(' src='))),
    ).toEqual([])
  })

  test('loads its one style sheet, and only the scripts that it names, as modules', () => {
    expect(render().match(/rel="stylesheet"/g)).toHaveLength(1)
    expect(render()).not.toContain('<script')
    const page = render({ scripts: ['sign-in'] })
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/sign-in-1.js">'])
    expect(page).toContain('<link rel="modulepreload" href="/assets/shared-1.js"/>')
  })

  test('2.4.2 and 3.1.1 names its step, the organisation and its language', () => {
    expect(render()).toMatch(/^<!doctype html><html lang="en">/)
    expect(render()).toContain('<title>Sign in · Harbour &amp; Vale</title>')
  })

  test('3.2.6 has the line of help after the card, whatever the card holds', () => {
    for (const page of [render(), render({ main: html`<h1>Expired</h1>`, demo: { mailboxUrl: undefined } })]) {
      expect(page).toMatch(/<\/main><footer class="help"><p>Ask your administrator\.<\/p><\/footer><\/body>/)
    }
  })

  test('says Demo in the demo and nowhere else', () => {
    expect(render({ demo: { mailboxUrl: undefined } })).toContain('<strong>Demo</strong>')
    expect(render()).not.toContain('Demo')
  })

  test('renders the same markup twice', () => {
    expect(renderHostile()).toBe(renderHostile())
  })
})
