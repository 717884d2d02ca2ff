import { type Html, html } from './html.ts'
import { Icon } from './icons.ts'
import { Breakable } from './messages.ts'

/** What every field is made from. `id` is also the target of links in the error summary; without it the name is used. */
export type FieldProps = {
  name: string
  label: string
  id?: string | undefined
  /** Between label and field: what belongs here, before it is typed. */
  hint?: Html
  /** What is wrong and what to do, at the field. */
  error?: string | undefined
  autofocus?: boolean | undefined
  /** Off where an empty field is a question of its own (sign-in without scripts). */
  required?: boolean | undefined
}

export type TextFieldProps = FieldProps & {
  /** The exact tokens of the HTML standard, such as `username` or `email`. */
  autocomplete: string
  value?: string | undefined
  type?: 'text' | 'email' | undefined
  /** Which keyboard a phone shows. */
  inputmode?: 'text' | 'email' | undefined
  /** What the keyboard's Enter says: `next` where another field follows. */
  enterkeyhint?: 'next' | 'go' | 'done' | undefined
  /** What is typed here counts as nothing in the new password of the same page. */
  ownWord?: 'name' | 'email' | 'company' | undefined
}

export type PasswordFieldProps = FieldProps & {
  autocomplete: 'current-password' | 'new-password'
  /** `passwordrules` of Safari: what its generator should make. */
  rules?: string | undefined
  /** Stands below the input, such as a `StrengthMeter`. */
  below?: Html
}

export type CodeFieldProps = FieldProps & { value?: string | undefined }

/** One line of text. Nothing is corrected or capitalised on the way: most hold a username or an address. */
export function TextField({
  autocomplete,
  value,
  type,
  inputmode,
  enterkeyhint,
  ownWord,
  ...field
}: TextFieldProps): Html {
  return Field(
    field,
    html`<input
      class="input" type=${type ?? 'text'} inputmode=${inputmode} enterkeyhint=${enterkeyhint} autocomplete=${autocomplete} value=${value}
      autocapitalize="none" autocorrect="off" spellcheck="false" data-own-word=${ownWord} ...${inputAttributes(field)}
    />`,
  )
}

/** A password, never sent back in a page. Its reveal button is hidden until a script takes it over. */
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

/** Whose password it is: in words for the person, as a field for the password manager, which stores the password under it. */
export function PasswordOwner({ username }: { username: string }): Html {
  return html`<p class="owner">For ${Breakable({ text: username })}</p>
    <input
      class="visually-hidden" type="text" name="username" autocomplete="username" value=${username} readonly
      tabindex="-1" aria-hidden="true"
    />`
}

/** The six digits of the mail, in one field, so that they can be pasted and filled in (WCAG 3.3.8). Spaces and dashes may be typed. */
export function CodeField({ value, ...field }: CodeFieldProps): Html {
  return Field(
    field,
    html`<input
      class="input code" type="text" inputmode="numeric" autocomplete="one-time-code" value=${value}
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
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': describedBy || undefined,
  }
}

function idOf({ id, name }: FieldProps): string {
  return id ?? name
}
