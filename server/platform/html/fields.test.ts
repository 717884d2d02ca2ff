import { describe, expect, test } from 'vitest'
import { CodeField, PasswordField, TextField } from './fields.ts'
import { type Html, html, renderToString } from './html.ts'
import { ErrorSummary } from './messages.ts'

const error = 'Not the code in the mail.'

function attributesOf(field: Html): Record<string, string> {
  const input = renderToString(field).match(/<input([^>]*)>/)?.[1] ?? ''
  return Object.fromEntries(
    [...input.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

function idsIn(markup: string): string[] {
  return [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)
}

describe('a field', () => {
  test('1.3.1 has a label that names its input', () => {
    const markup = renderToString(TextField({ name: 'username', label: 'Username', autocomplete: 'username' }))
    expect(markup).toContain('for="username">Username</label>')
    expect(idsIn(markup)).toContain('username')
  })

  test('3.3.1 points to its error and its hint, and both exist', () => {
    const field = CodeField({ name: 'code', label: 'Code', hint: 'Six digits.', error })
    const { 'aria-describedby': describedBy = '', 'aria-invalid': invalid } = attributesOf(field)
    expect(invalid).toBe('true')
    expect(describedBy.split(' ')).toEqual(['code-error', 'code-hint'])
    expect(idsIn(renderToString(field))).toEqual(expect.arrayContaining(describedBy.split(' ')))
  })

  test('without error and hint points to nothing and is not marked', () => {
    const attributes = attributesOf(CodeField({ name: 'code', label: 'Code' }))
    expect(attributes).not.toHaveProperty('aria-describedby')
    expect(attributes).not.toHaveProperty('aria-invalid')
  })

  test('has ids of its own if two forms of a page use one name', () => {
    const field = (id: string) =>
      PasswordField({ id, name: 'password', label: 'Password', autocomplete: 'new-password', hint: 'h', error })
    const ids = idsIn(renderToString(html`${field('first')}${field('second')}`))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a code field', () => {
  test('ML-15 is one text input that accepts a code however it is pasted', () => {
    const { type, inputmode, autocomplete, ...rest } = attributesOf(CodeField({ name: 'code', label: 'Code' }))
    expect({ type, inputmode, autocomplete }).toEqual({
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
    })
    expect(rest).not.toHaveProperty('maxlength')
    // The server reads digits of other scripts and complete emails (shared/reset-code/read-code.ts).
    expect(rest).not.toHaveProperty('pattern')
  })

  test('keeps the typed text when the form is shown again', () => {
    expect(attributesOf(CodeField({ name: 'code', label: 'Code', value: '123 456', error })).value).toBe('123 456')
  })
})

describe('a password field', () => {
  const field = PasswordField({ name: 'password', label: 'Password', autocomplete: 'current-password' })

  test('ML-17 and ML-19 carries the given autocomplete token', () => {
    expect(attributesOf(field).autocomplete).toBe('current-password')
    const username = TextField({ name: 'username', label: 'Username', autocomplete: 'username webauthn' })
    expect(attributesOf(username).autocomplete).toBe('username webauthn')
  })

  test('6.2.6 is masked, and the typed text never comes back in it', () => {
    expect(attributesOf(field).type).toBe('password')
    expect(attributesOf(field)).not.toHaveProperty('value')
  })

  test('hides the reveal button until a script enables it', () => {
    const button = renderToString(field).match(/<button[^>]*>/)?.[0]
    expect(button).toContain('type="button"')
    expect(button).toContain('aria-pressed="false"')
    expect(button).toContain('aria-controls="password"')
    expect(button).toMatch(/\shidden/)
  })
})

describe('the summary of errors', () => {
  test('links to each field and takes the focus without scripts', () => {
    const markup = renderToString(ErrorSummary({ errors: [{ text: error, fieldId: 'code' }, { text: 'Too late.' }] }))
    expect(markup).toContain(`<a href="#code">${error}</a>`)
    expect(markup).toContain('<li>Too late.</li>')
    expect(markup).toMatch(/tabindex="-1" autofocus/)
  })

  test('is absent if there are no errors', () => {
    expect(renderToString(ErrorSummary({ errors: [] }))).toBe('')
  })
})
