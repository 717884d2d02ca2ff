const longestAnswer = 300

type SmtpFault = { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown; message?: unknown }

/**
 * Tells what will pass from what will not. Only a 5xx to the recipient or to the message itself is final; a 5xx to the
 * greeting, the sign-in or the sender is about our own set-up, which an operator may mend while the message waits.
 */
export function readRefusal(fault: unknown): { isPermanent: boolean; answer: string } {
  const { code, command, response, responseCode, message } = (fault ?? {}) as SmtpFault
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  const words = typeof response === 'string' && response !== '' ? response : `${code ?? ''} ${message ?? ''}`
  return { isPermanent: isAboutThisMail && isFinal, answer: oneLine(words).slice(0, longestAnswer) }
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}
