import { randomBytes, randomInt } from 'node:crypto'

const origin = 'https://accounts.harbourvale.example'
export const organisation = {
  name: 'Harbour & Vale Wholesale',
  contactLine: 'Questions? Call the office on 01234 567890.',
}
export const mailFrom = 'Harbour & Vale <no-reply@accounts.harbourvale.example>'

/** An email like the reset email: its link and code are created here and exist nowhere else. */
export function createSecretMail() {
  const link = `${origin}/reset/${randomBytes(32).toString('base64url')}`
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return {
    link,
    code,
    mail: {
      subject: 'Reset your password',
      heading: 'Choose a new password',
      blocks: [
        { kind: 'paragraph' as const, text: 'You asked for a new password for riley.rep@harbourvale.example.' },
        { kind: 'link' as const, label: 'Choose a new password', address: link },
        { kind: 'code' as const, label: 'Code', digits: code },
        { kind: 'note' as const, text: 'Not you? Then leave this mail: your password has not changed.' },
      ],
    },
  }
}
