import { expect, test } from 'vitest'
import { renderToString } from './html.ts'
import { StrengthMeter } from './strength-meter.ts'

const context = { names: ['O"Neil'], emails: [], companyWords: ['vale'], productWords: [], minimumLength: 8 }
const markup = renderToString(StrengthMeter({ inputId: 'new', dictionariesUrl: '/assets/words.json', context }))

test('4.1.3 the live region exists before its first message, outside the hidden part', () => {
  const announcementId = markup.match(/data-announcement="([^"]*)"/)?.[1]
  const [hidden = '', afterwards = ''] = markup.split(/(?<=<\/p><\/div>)/)
  expect(hidden).toMatch(/<div class="strength"[^>]* hidden>/)
  expect(afterwards).toBe(`<p id="${announcementId}" class="visually-hidden" role="status" aria-atomic="true"></p>`)
})

test('the words that add no strength reach the page complete', () => {
  const attribute = markup.match(/data-context="([^"]*)"/)?.[1] ?? ''
  expect(JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))).toEqual(context)
})

test('there is one bar for each of the five labels', () => {
  expect(markup.match(/class="strength-bar"/g)).toHaveLength(5)
})
