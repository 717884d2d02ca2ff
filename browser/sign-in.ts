import { findInput } from './elements.ts'
import { attachPasskeys } from './passkeys.ts'
import { attachReveal } from './reveal.ts'
import { attachResetOption } from './sign-in-option.ts'
import { guardSubmits } from './submit-guard.ts'

attachReveal()
attachPasskeys()
guardSubmits()

const form = document.querySelector<HTMLFormElement>('form#sign-in')
const region = document.getElementById('reset-option')
const companies = document.getElementById('companies')
const username = form && findInput(form, 'username')
const password = form && findInput(form, 'password')
// Without support for modal dialogs, the page works as it does without scripts.
const hasDialog = typeof HTMLDialogElement === 'function'
if (form && region && companies && username && password && hasDialog)
  attachResetOption({ form, region, companies, username, password })
