/**
 * States of a message: waiting for the mail server, accepted by it, given up, or returned because its recipient doesn't
 * exist.
 */
export const mailStates = ['waiting', 'sent', 'failed', 'bounced'] as const
export type MailState = (typeof mailStates)[number]

/** After this time administrators are alerted: a person is waiting in front of an empty inbox. */
export const alarmAfterSeconds = 120

/** What to do about an email that did not arrive: send it again, or request a new one if it has expired. */
export const mailRemedies = ['retry', 'ask-anew'] as const
export type MailRemedy = (typeof mailRemedies)[number]

export const senderRecords = ['spf', 'dkim', 'dmarc'] as const

/** `unnamed`: the DKIM record can't be looked up before its selector is configured. */
export const senderVerdicts = ['found', 'missing', 'faulty', 'no-answer', 'unnamed'] as const
export type SenderVerdict = (typeof senderVerdicts)[number]
