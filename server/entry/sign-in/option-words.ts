import type { ResetOption } from './ask-reset-option.ts'

/** The answer about a username in words: JSON for the script, and text for the page without scripts. */
export type OptionWords =
  | { option: 'none' }
  | { option: 'text'; text: string }
  | { option: 'reset'; popup: { question: string; address: string | null; detail: string } }

/** Says the same with and without scripts. */
export const unknownWords = "We don't recognise that username. Check the spelling."

type ToldOption = Exclude<ResetOption, { kind: 'too-many' }>

export function optionWords(option: ToldOption, facts: { minutes: number; contactLine: string }): OptionWords {
  const { minutes, contactLine } = facts
  const brings = `It brings a link and a 6-digit code for ${minutes} minutes, or says why the account can't sign in. Your password doesn't change until you save a new one.`
  switch (option.kind) {
    case 'none':
      return { option: 'none' }
    case 'company':
      return {
        option: 'text',
        text: `Your company signs you in. Choose Continue with ${option.name}: there is no password to reset here.`,
      }
    case 'no-address':
      return {
        option: 'text',
        text: `This username isn't an email address, so no reset email can be sent to it. Is it your complete username? Ask your administrator to change it to one. ${contactLine}`,
      }
    case 'reset':
      return reset('Send a reset email to this address?', option.address, brings)
    case 'reset-if-known':
      return option.address === undefined
        ? reset(
            'Send a reset email?',
            null,
            `If this username has an email address, the email goes there. Otherwise, ask your administrator. ${brings}`,
          )
        : reset('Send a reset email to this address?', option.address, brings)
  }
}

function reset(question: string, address: string | null, detail: string): OptionWords {
  return { option: 'reset', popup: { question, address, detail } }
}
