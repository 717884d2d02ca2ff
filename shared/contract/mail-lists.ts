/**
 * What becomes of a message: it waits for the mail server, it was taken, it was given up, or it came back: its recipient
 * is not there.
 */
export const mailStates = ['waiting', 'sent', 'failed', 'bounced'] as const
export type MailState = (typeof mailStates)[number]

/** From then on administrators are alarmed: a person stands in front of an empty inbox. */
export const alarmAfterSeconds = 120

/** What can be done about a mail that did not arrive: it is sent once more, or asked for anew where its time is over. */
export const mailRemedies = ['retry', 'ask-anew'] as const
export type MailRemedy = (typeof mailRemedies)[number]

export const senderRecords = ['spf', 'dkim', 'dmarc'] as const

/** `unnamed`: DNS cannot be asked before somebody says under which name the key stands. */
export const senderVerdicts = ['found', 'missing', 'faulty', 'no-answer', 'unnamed'] as const
export type SenderVerdict = (typeof senderVerdicts)[number]
