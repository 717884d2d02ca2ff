/** What becomes of a message: it waits for the mail server, it was taken, or it was given up. */
export const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** From then on administrators are alarmed: a person stands in front of an empty inbox. */
export const alarmAfterSeconds = 120
