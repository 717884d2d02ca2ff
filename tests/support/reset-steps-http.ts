import type { TestApp } from './app.ts'
import { goodPassword, readResetMail } from './reset-mail.ts'
import type { Answer, Visitor } from './visitor.ts'

export const riley = 'riley.rep@harbourvale.example'
export const nina = 'nina.rep@harbourvale.example'
export const dan = 'dan.dual@harbourvale.example'
export const sam = 'sam.scan@harbourvale.example'
export const ava = 'ava.admin@harbourvale.example'
export const ian = 'ian.inactive@harbourvale.example'
export const buyer = 'buyer@cornerstore.example'

/** Asks for a reset as OK in the popup does, and reads the mail. */
export async function askForMail(app: TestApp, username: string, to = username) {
  const asked = await app.visitor().post('/reset', { username })
  if (asked.status !== 303) throw new Error(`Asking was answered with ${asked.status}`)
  return readResetMail(await app.smtp.nextMail({ to }))
}

type Save = { code?: string; newPassword?: string; confirmPassword?: string }

export function save(visitor: Visitor, path: string, fields: Save & { code: string }): Promise<Answer> {
  return visitor.post(path, { newPassword: goodPassword, confirmPassword: goodPassword, ...fields })
}

/** A code that is surely not the one of the mail. */
export const wrongCode = (code: string) => (code === '000000' ? '000001' : '000000')

export async function signIn(visitor: Visitor, username: string, password: string): Promise<Answer> {
  return visitor.post('/sign-in', { username, password })
}

/** Past the minute in which a second request sends nothing more. */
export const pastQuiet = (app: TestApp) => app.clock.advance(61)
