import { type Html, html } from './html.ts'
import { Icon } from './icons.ts'
import { Breakable } from './messages.ts'

/**
 * The properties of every field. `id` is also the target of links in the error summary. Without it the name is used.
 */
export type FieldProps = {
  name: string
  label: string
  id?: string | undefined
  /** Help between label and field, read before typing. */
  hint?: Html
  /** The error at the field: what is wrong and what to do. */
  error?: string | undefined
  autofocus?: boolean | undefined
  /** Off if an empty field is a question of its own (sign-in without scripts). */
  required?: boolean | undefined
  /** The label of the keyboard's Enter key: `next` if another field follows. */
  enterkeyhint?: 'next' | 'go' | 'done' | undefined
}

export type TextFieldProps = FieldProps & {
  /** The exact tokens of the HTML standard, such as `username` or `email`. */
  autocomplete: string
  value?: string | undefined
  type?: 'text' | 'email' | undefined
  /** The keyboard that a phone shows. */
  inputmode?: 'text' | 'email' | undefined
  /** Text typed here adds nothing to the strength of the new password on the same page. */
  ownWord?: 'name' | 'email' | 'company' | undefined
}

export type PasswordFieldProps = FieldProps & {
  autocomplete: 'current-password' | 'new-password'
  /** `passwordrules` of Safari: what its generator should make. */
  rules?: string | undefined
  /** Shown below the input, such as a `StrengthMeter`. */
  below?: Html
}

export type CodeFieldProps = FieldProps & {
  value?: string | undefined
  /** Wide enough for a recovery code. */
  isLong?: boolean | undefined
}

/**
 * One line of text. The browser corrects and capitalises nothing, because most fields hold a username or an address.
 */
export function TextField({ autocomplete, value, type, inputmode, ownWord, ...field }: TextFieldProps): Html {
  return Field(
    field,
    html`<input
      class="input" type=${type ?? 'text'} inputmode=${inputmode} autocomplete=${autocomplete} value=${value}
      autocapitalize="none" autocorrect="off" spellcheck="false" data-own-word=${ownWord} ...${inputAttributes(field)}
    />`,
  )
}

/** A password, never sent back in a page. A script enables its reveal button, which is hidden until then. */
export function PasswordField({ autocomplete, rules, below, ...field }: PasswordFieldProps): Html {
  const id = idOf(field)
  return Field(
    field,
    html`<div class="password">
        <input
          class="input" type="password" autocomplete=${autocomplete} passwordrules=${rules} autocapitalize="none"
          autocorrect="off" spellcheck="false" ...${inputAttributes(field)}
        />
        <button type="button" class="reveal" data-reveal aria-pressed="false" aria-controls=${id} aria-describedby=${`${id}-label`} hidden>
          ${Icon({ name: 'eye' })}<span class="visually-hidden">Show password</span>
        </button>
      </div>
      ${below}`,
  )
}

/**
 * Names the password's owner: in words for the person, and as a field for the password manager, which stores the
 * password under it.
 */
export function PasswordOwner({ username }: { username: string }): Html {
  return html`<p class="owner">For ${Breakable({ text: username })}</p>
    <input
      class="visually-hidden" type="text" name="username" autocomplete="username" value=${username} readonly
      tabindex="-1" aria-hidden="true"
    />`
}

/**
 * The six digits from the email, in one field that can be pasted into and filled in (WCAG 3.3.8). Spaces and dashes are
 * allowed.
 */
export function CodeField({ value, isLong, ...field }: CodeFieldProps): Html {
  return Field(
    field,
    html`<input
      class=${isLong ? 'input code code-long' : 'input code'} type="text" inputmode="numeric" autocomplete="one-time-code" value=${value}
      autocapitalize="none" autocorrect="off" spellcheck="false" data-code ...${inputAttributes(field)}
    />`,
  )
}

function Field(field: FieldProps, control: Html): Html {
  const id = idOf(field)
  return html`<div class=${field.error ? 'field field-wrong' : 'field'}>
    <label class="label" id=${`${id}-label`} for=${id}>${field.label}</label>
    ${field.hint && html`<p class="hint" id=${`${id}-hint`}>${field.hint}</p>`}
    ${control}
    ${field.error && FieldError({ id: `${id}-error`, text: field.error })}
  </div>`
}

function FieldError({ id, text }: { id: string; text: string }): Html {
  return html`<p class="error" id=${id}>
    ${Icon({ name: 'danger' })}<span><span class="visually-hidden">Error: </span>${text}</span>
  </p>`
}

function inputAttributes(field: FieldProps): Record<string, unknown> {
  const id = idOf(field)
  const describedBy = [field.error && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    id,
    name: field.name,
    autofocus: field.autofocus,
    required: field.required,
    enterkeyhint: field.enterkeyhint,
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': describedBy || undefined,
  }
}

function idOf({ id, name }: FieldProps): string {
  return id ?? name
}
