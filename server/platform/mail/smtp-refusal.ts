import { blamesAddress, blamesUs } from './blamed.ts'

const longestAnswer = 300

type SmtpFault = { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown; message?: unknown }

export type SmtpRefusal = {
  isPermanent: boolean
  /** The address accepts no mail, whatever the mail and the sender. Always permanent. */
  isAboutAddress: boolean
  answer: string
}

/**
 * Separates temporary refusals from permanent ones. Only a 5xx to the recipient or to the message is permanent. A 5xx
 * to the greeting, the sign-in or the sender is about our own set-up, which an operator may fix while the message
 * waits.
 */
export function readRefusal(fault: unknown): SmtpRefusal {
  const { code, command, response, responseCode, message } = (fault ?? {}) as SmtpFault
  const isAtRecipient = command === 'RCPT TO'
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  const words = typeof response === 'string' && response !== '' ? response : `${code ?? ''} ${message ?? ''}`
  const answer = oneLine(words).slice(0, longestAnswer)
  const isPermanent = (isAtRecipient || command === 'DATA') && isFinal && !blamesUs(answer)
  return { isPermanent, isAboutAddress: isPermanent && blamesAddress({ answer, isAtRecipient }), answer }
}

export function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}
